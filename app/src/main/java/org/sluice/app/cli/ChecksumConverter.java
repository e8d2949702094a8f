package org.sluice.app.cli;

import java.util.Locale;
import org.sluice.engine.item.Checksum;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads `sha-256:HEX`, `SHA256:HEX` and the like; a hash alone is told by its length.
final class ChecksumConverter implements ITypeConverter<Checksum> {
  ChecksumConverter() {}

  @Override
  public Checksum convert(String given) {
    int colon = Math.max(given.indexOf(':'), given.indexOf('='));
    String hex = given.substring(colon + 1).strip();
    String name = colon < 0 ? "" : plain(given.substring(0, colon));
    for (Checksum.Algorithm algorithm : Checksum.Algorithm.values()) {
      boolean meant =
          colon < 0 ? hex.length() == algorithm.bytes() * 2 : plain(algorithm.label()).equals(name);
      if (meant) {
        return checksum(algorithm, hex);
      }
    }
    throw new TypeConversionException(
        "\"" + given + "\" is not a checksum; give ALGORITHM:HEX, for example sha-256:9f86…");
  }

  private static Checksum checksum(Checksum.Algorithm algorithm, String hex) {
    try {
      return new Checksum(algorithm, hex);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replace("-", "");
  }
}
