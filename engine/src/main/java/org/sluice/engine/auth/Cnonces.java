package org.sluice.engine.auth;

import java.security.SecureRandom;
import java.util.HexFormat;

/// Numbers that nobody can guess, for Digest.
///
/// **Threads**: any.
final class Cnonces {
  private static final int BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Cnonces() {}

  static String next() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
