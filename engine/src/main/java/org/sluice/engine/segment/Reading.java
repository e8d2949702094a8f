package org.sluice.engine.segment;

/// How far a carrier is.
///
/// @param carrier which one
/// @param position offset after the last byte that its sink has taken; the first byte of its
///     request before any came
public record Reading(CarrierId carrier, long position) {
  public Reading {
    if (position < 0) {
      throw new IllegalArgumentException(carrier + " cannot be at " + position);
    }
  }
}
