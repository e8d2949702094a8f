package org.sluice.engine.checksum;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.Checksum.Algorithm;

/// Reads a checksum as a user gives it: `sha256:HEX`, `SHA-256=HEX`, `sha256-BASE64`, or only the
/// digits, whose number tells the algorithm.
///
/// **Limits**: [#MOST_CHARS].
public final class ChecksumText {
  /// Longer is none.
  public static final int MOST_CHARS = 1_024;

  private static final Pattern NAMED =
      Pattern.compile("([A-Za-z0-9_-]+?)\\s*[:=]\\s*([A-Za-z0-9+/=]+)");

  /// As in the integrity attribute of web pages.
  private static final Pattern WITH_DASH =
      Pattern.compile("(sha256|sha384|sha512)-([A-Za-z0-9+/]+=*)");

  private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]+");

  private ChecksumText() {}

  /// @throws IllegalArgumentException with a sentence that says what was not understood
  public static Checksum parse(String text) {
    String given = text.strip();
    if (given.length() <= MOST_CHARS) {
      Matcher dash = WITH_DASH.matcher(given);
      if (dash.matches()) {
        return named(dash.group(1), dash.group(2));
      }
      Matcher named = NAMED.matcher(given);
      if (named.matches()) {
        return named(named.group(1), named.group(2));
      }
      Algorithm byLength = HEX.matcher(given).matches() ? ofHexLength(given.length()) : null;
      if (byLength != null) {
        return new Checksum(byLength, given);
      }
    }
    throw new IllegalArgumentException(
        "\"" + shown(given) + "\" is no checksum; write it like sha-256:9f86d081…");
  }

  private static Checksum named(String name, String value) {
    Algorithm algorithm = algorithm(name);
    if (algorithm == null) {
      throw new IllegalArgumentException(
          "\""
              + shown(name)
              + "\" is not known here; use md5, sha-1, sha-224, sha-256, sha-384 or sha-512");
    }
    if (value.length() == 2 * algorithm.bytes() && HEX.matcher(value).matches()) {
      return new Checksum(algorithm, value);
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(value);
      if (bytes.length == algorithm.bytes()) {
        return new Checksum(algorithm, HexFormat.of().formatHex(bytes));
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new IllegalArgumentException(
        "\""
            + shown(value)
            + "\" is no "
            + algorithm.label()
            + ", which has "
            + 2 * algorithm.bytes()
            + " hexadecimal digits");
  }

  /// By any of its usual names; null for none.
  static @Nullable Algorithm algorithm(String name) {
    return switch (name.toLowerCase(Locale.ROOT).replace("_", "-")) {
      case "md5" -> Algorithm.MD5;
      case "sha1", "sha-1", "sha" -> Algorithm.SHA_1;
      case "sha224", "sha-224", "sha2-224" -> Algorithm.SHA_224;
      case "sha256", "sha-256", "sha2-256" -> Algorithm.SHA_256;
      case "sha384", "sha-384", "sha2-384" -> Algorithm.SHA_384;
      case "sha512", "sha-512", "sha2-512" -> Algorithm.SHA_512;
      default -> null;
    };
  }

  /// The one whose hashes have as many digits; null for none.
  static @Nullable Algorithm ofHexLength(int digits) {
    for (Algorithm algorithm : Algorithm.values()) {
      if (algorithm.bytes() * 2 == digits) {
        return algorithm;
      }
    }
    return null;
  }

  private static String shown(String text) {
    return text.length() > 80 ? text.substring(0, 80) + "…" : text;
  }
}
