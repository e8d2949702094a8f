package org.sluice.engine.auth;

import java.util.Arrays;
import java.util.Optional;

/// The hashes of Digest, the weakest first.
///
/// **Source**: RFC 7616, 3.3 and 6.1.
public enum DigestAlgorithm {
  MD5("MD5", "MD5", false),
  MD5_SESS("MD5-sess", "MD5", true),
  SHA_256("SHA-256", "SHA-256", false),
  SHA_256_SESS("SHA-256-sess", "SHA-256", true);

  private final String name;
  private final String hash;
  private final boolean session;

  DigestAlgorithm(String name, String hash, boolean session) {
    this.name = name;
    this.hash = hash;
    this.session = session;
  }

  /// The one of this name, in any case.
  public static Optional<DigestAlgorithm> named(String name) {
    return Arrays.stream(values()).filter(a -> a.name.equalsIgnoreCase(name)).findFirst();
  }

  /// As it goes over the wire.
  public String wireName() {
    return name;
  }

  /// The name that `MessageDigest` knows it by.
  String hash() {
    return hash;
  }

  /// Whether the first hash is one of a session, with both nonces in it.
  boolean session() {
    return session;
  }
}
