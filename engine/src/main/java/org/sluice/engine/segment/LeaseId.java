package org.sluice.engine.segment;

/// The number of a lease within its plan; never given twice.
///
/// @param value from 1
public record LeaseId(long value) {
  public LeaseId {
    if (value < 1) {
      throw new IllegalArgumentException("numbers of leases begin at 1: " + value);
    }
  }

  @Override
  public String toString() {
    return "lease " + value;
  }
}
