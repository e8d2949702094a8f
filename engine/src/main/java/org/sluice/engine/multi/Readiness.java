package org.sluice.engine.multi;

/// What the application saw on a socket: the event mask of `socketAction`.
///
/// A hint only: the engine tries the socket itself, so a spurious or late one does no harm.
///
/// **Source**: `CURL_CSELECT_*`. They happen to equal IN and OUT of [Poll] but are another thing.
public enum Readiness {
  /// Not known; the engine finds out itself.
  UNKNOWN(0),
  IN(1),
  OUT(2),
  IN_OUT(3),
  ERR(4),
  IN_ERR(5),
  OUT_ERR(6),
  IN_OUT_ERR(7);

  private static final Readiness[] BY_MASK = values();

  private final int mask;

  Readiness(int mask) {
    this.mask = mask;
  }

  /// The bits IN 1, OUT 2, ERR 4.
  public int mask() {
    return mask;
  }

  /// @throws IllegalArgumentException if `mask` is not made of the bits 1, 2 and 4
  public static Readiness of(int mask) {
    if (mask < 0 || mask >= BY_MASK.length) {
      throw new IllegalArgumentException("not a readiness mask: " + mask);
    }
    return BY_MASK[mask];
  }

  /// As the trace format writes it: `0`, `IN`, `OUT`, `IN|OUT`, …
  public String traceName() {
    return this == UNKNOWN ? "0" : name().replace('_', '|');
  }
}
