package org.sluice.engine.name;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes of any text a name that every file system takes and that shows what it is.
///
/// **Threads**: pure.
///
/// **Limits**: [#MAX_BYTES] of UTF-8, which are never fewer than UTF-16 units; so both the systems
/// that count the ones and those that count the others are content.
public final class SafeName {
  /// Most file systems take 255; the rest is for ` (9999)`, `.part` and `.old-999`.
  public static final int MAX_BYTES = 255 - 7 - 5 - 8;

  /// Nothing behind it is looked at.
  static final int LONGEST_INPUT = 8_192;

  private static final int LONGEST_EXTENSION = 16;
  private static final String FORBIDDEN = ":*?\"<>|";

  /// Letters that show nothing: the fillers of Hangul and the empty pattern of Braille.
  private static final String INVISIBLE = "\u115F\u1160\u3164\uFFA0\u2800";

  /// Of Windows, which takes the superscript digits for digits.
  private static final Set<String> RESERVED =
      Set.of("CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$");

  private static final String DEVICE_DIGITS = "0123456789¹²³";

  private SafeName() {}

  /// `given` without anything that a file system could take for more than a name.
  ///
  /// @return null if nothing is left
  public static @Nullable String of(String given) {
    String bounded = given.length() <= LONGEST_INPUT ? given : given.substring(0, LONGEST_INPUT);
    int slash = Math.max(bounded.lastIndexOf('/'), bounded.lastIndexOf('\\'));
    String visible = visible(bounded.substring(slash + 1));
    String name = stripEnds(Normalizer.normalize(visible, Normalizer.Form.NFC));
    if (name.isEmpty()) {
      return null;
    }
    return shortened(isReserved(name) ? "_" + name : name, MAX_BYTES);
  }

  /// A safe name with a number, `stem (1).ext`; itself for 0.
  public static String numbered(String name, int number) {
    if (number == 0) {
      return name;
    }
    String extension = extensionOf(name);
    return stemOf(name, extension) + " (" + number + ")" + extension;
  }

  /// The name to try when this one is taken: the next number if it has one of up to three digits,
  /// which is none of a year, else the first.
  public static String next(String name) {
    String extension = extensionOf(name);
    String stem = stemOf(name, extension);
    int open = stem.lastIndexOf(" (");
    String digits =
        open > 0 && stem.endsWith(")") ? stem.substring(open + 2, stem.length() - 1) : "";
    boolean isNumber =
        !digits.isEmpty()
            && digits.length() <= 3
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber
        ? numbered(stem.substring(0, open) + extension, Integer.parseInt(digits) + 1)
        : numbered(name, 1);
  }

  /// A safe name cut to so many bytes of UTF-8, with its extension.
  public static String shortened(String name, int maxBytes) {
    if (bytes(name) <= maxBytes) {
      return name;
    }
    String extension = extensionOf(name);
    int room = maxBytes - bytes(extension);
    String stem = stemOf(name, extension);
    int end = 0;
    for (int used = 0; end < stem.length(); ) {
      int c = stem.codePointAt(end);
      used += bytes(Character.toString(c));
      if (used > room) {
        break;
      }
      end += Character.charCount(c);
    }
    return stripEnds(stem.substring(0, end)) + extension;
  }

  /// With its dot; `.tar.gz` and its like count as one; empty if there is none.
  public static String extensionOf(String name) {
    int dot = name.lastIndexOf('.');
    if (dot <= 0
        || dot == name.length() - 1
        || bytes(name.substring(dot)) > LONGEST_EXTENSION
        || name.indexOf(' ', dot) >= 0) {
      return "";
    }
    int earlier = name.lastIndexOf('.', dot - 1);
    return earlier > 0 && dot - earlier == 4 && name.startsWith(".tar", earlier)
        ? name.substring(earlier)
        : name.substring(dot);
  }

  private static String stemOf(String name, String extension) {
    return name.substring(0, name.length() - extension.length());
  }

  private static String visible(String given) {
    StringBuilder out = new StringBuilder(given.length());
    int c;
    for (int i = 0; i < given.length(); i += Character.charCount(c)) {
      c = given.codePointAt(i);
      if (FORBIDDEN.indexOf(c) >= 0) {
        out.append('_');
      } else if (isPrintable(c)) {
        out.appendCodePoint(c);
      }
    }
    return out.toString();
  }

  /// Neither control characters, nor those that turn the direction of what a person reads, nor
  /// those that cannot be seen.
  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> c != 0xFFFD && INVISIBLE.indexOf(c) < 0;
    };
  }

  /// No dots and spaces in front, which hide a file, and none behind, which Windows drops.
  private static String stripEnds(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isDotOrSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isDotOrSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isDotOrSpace(char c) {
    return c == '.' || Character.isSpaceChar(c) || Character.isWhitespace(c);
  }

  private static boolean isReserved(String name) {
    int dot = name.indexOf('.');
    String stem = (dot < 0 ? name : name.substring(0, dot)).strip().toUpperCase(Locale.ROOT);
    if (stem.length() == 4 && (stem.startsWith("COM") || stem.startsWith("LPT"))) {
      return DEVICE_DIGITS.indexOf(stem.charAt(3)) >= 0;
    }
    return RESERVED.contains(stem);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
