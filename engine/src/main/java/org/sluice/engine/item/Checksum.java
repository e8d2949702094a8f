package org.sluice.engine.item;

import java.util.HexFormat;
import java.util.Locale;

/// What a file must hash to.
///
/// @param algorithm how it is computed
/// @param hex in lower case, of the algorithm's length
public record Checksum(Algorithm algorithm, String hex) {

  /// A hash function, under its names in the JDK, in Metalink and in `--checksum`.
  public enum Algorithm {
    MD5("MD5", "md5", 16),
    SHA_1("SHA-1", "sha-1", 20),
    SHA_224("SHA-224", "sha-224", 28),
    SHA_256("SHA-256", "sha-256", 32),
    SHA_384("SHA-384", "sha-384", 48),
    SHA_512("SHA-512", "sha-512", 64);

    private final String jdkName;
    private final String label;
    private final int bytes;

    Algorithm(String jdkName, String label, int bytes) {
      this.jdkName = jdkName;
      this.label = label;
      this.bytes = bytes;
    }

    /// The name for `MessageDigest`.
    public String jdkName() {
      return jdkName;
    }

    /// The IANA hash function textual name, which Metalink uses.
    public String label() {
      return label;
    }

    /// Bytes of a hash.
    public int bytes() {
      return bytes;
    }

    /// Whether a file that was made to collide is out of anybody's reach; not so for MD5 and SHA-1.
    public boolean isStrong() {
      return bytes >= SHA_224.bytes;
    }
  }

  public Checksum {
    hex = hex.toLowerCase(Locale.ROOT);
    byte[] hash = HexFormat.of().parseHex(hex); // refuses what is no hex
    if (hash.length != algorithm.bytes) {
      throw new IllegalArgumentException(
          algorithm.label
              + " has "
              + algorithm.bytes * 2
              + " hexadecimal digits, not "
              + hex.length());
    }
  }

  @Override
  public String toString() {
    return algorithm.label + ":" + hex;
  }
}
