package org.sluice.engine.decode;

/// What unpacking may cost.
///
/// @param mostCodings on one body, as curl has it
/// @param mostRatio bytes that one packed byte may become on the average
/// @param freeBytes unpacked before the ratio counts, as small bodies of zeros are harmless
public record DecodeLimits(int mostCodings, int mostRatio, long freeBytes) {
  public static final DecodeLimits DEFAULT = new DecodeLimits(5, 200, 64L * 1024 * 1024);

  public DecodeLimits {
    if (mostCodings < 0 || mostRatio < 1 || freeBytes < 0) {
      throw new IllegalArgumentException("limits of unpacking cannot be negative");
    }
  }
}
