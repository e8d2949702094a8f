package org.sluice.engine.http;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// International host names in the letters that go out: UTS 46, not transitional, with the checks of
/// characters, joiners and direction.
///
/// Java's own `IDN` knows the rules of 2003 only: it turns `ß` into `ss`, and so leads to another
/// host than browsers and curl do.
///
/// **Errors**: [IllegalArgumentException] for what is no host name. **Limits**:
/// [#MOST_LABEL_CHARS], [#MOST_NAME_CHARS]. **Source**: UTS 46, 4; RFC 5891, RFC 5892 appendix A,
/// RFC 5893.
public final class Idna {
  /// RFC 1035, 2.3.4.
  public static final int MOST_LABEL_CHARS = 63;

  /// With a dot at the end.
  public static final int MOST_NAME_CHARS = 254;

  private static final String ACE = "xn--";
  private static final int NON_JOINER = 0x200c;
  private static final int JOINER = 0x200d;

  private Idna() {}

  /// The name in ASCII and lower case.
  public static String toAscii(String host) {
    String mapped = map(host);
    List<String> labels = new ArrayList<>();
    for (String label : mapped.split("\\.", -1)) {
      labels.add(label(label));
    }
    checkDirections(labels);
    List<String> ascii = labels.stream().map(Idna::asciiLabel).toList();
    String name = String.join(".", ascii);
    if (name.length() > MOST_NAME_CHARS) {
      throw new IllegalArgumentException("the name is too long");
    }
    return name;
  }

  private static String map(String host) {
    boolean plain = host.chars().allMatch(c -> c < 0x80);
    if (plain) {
      return host.toLowerCase(Locale.ROOT);
    }
    StringBuilder out = new StringBuilder();
    host.codePoints()
        .forEach(
            c -> {
              String to = IdnaTable.get().map(c);
              if (to == null) {
                throw new IllegalArgumentException(
                    "the character U+%04X cannot be in a name".formatted(c));
              }
              out.append(to);
            });
    return Normalizer.normalize(out, Normalizer.Form.NFC);
  }

  /// A label in its own letters, checked.
  private static String label(String label) {
    if (!label.startsWith(ACE)) {
      return isAscii(label) ? label : checked(label);
    }
    String own = Punycode.decode(label.substring(ACE.length()));
    if (own.isEmpty()
        || isAscii(own)
        || !Normalizer.isNormalized(own, Normalizer.Form.NFC)
        || !(ACE + Punycode.encode(own)).equals(label)) {
      throw new IllegalArgumentException("\"" + label + "\" is no name in ASCII letters");
    }
    return checked(own);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  private static String checked(String label) {
    int[] all = label.codePoints().toArray();
    if (isMark(all[0])) {
      throw new IllegalArgumentException("a name begins with a mark");
    }
    for (int i = 0; i < all.length; i++) {
      if (all[i] == '.' || !IdnaTable.get().isValid(all[i])) {
        throw new IllegalArgumentException(
            "the character U+%04X cannot be in a name".formatted(all[i]));
      }
      boolean joins =
          switch (all[i]) {
            case JOINER -> afterVirama(all, i);
            case NON_JOINER -> afterVirama(all, i) || betweenJoining(all, i);
            default -> true;
          };
      if (!joins) {
        throw new IllegalArgumentException("a joiner that nobody would see is in a name");
      }
    }
    return label;
  }

  private static boolean isMark(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }

  private static boolean afterVirama(int[] all, int at) {
    return at > 0 && IdnaTable.get().isIn("virama", all[at - 1]);
  }

  /// RFC 5892, A.1.
  private static boolean betweenJoining(int[] all, int at) {
    int left = at - 1;
    while (left >= 0 && isTransparent(all[left])) {
      left--;
    }
    int right = at + 1;
    while (right < all.length && isTransparent(all[right])) {
      right++;
    }
    return left >= 0
        && right < all.length
        && IdnaTable.get().isIn("before", all[left])
        && IdnaTable.get().isIn("after", all[right]);
  }

  private static boolean isTransparent(int character) {
    int type = Character.getType(character);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static String asciiLabel(String label) {
    String ascii = isAscii(label) ? label : ACE + Punycode.encode(label);
    if (ascii.length() > MOST_LABEL_CHARS) {
      throw new IllegalArgumentException("a part of the name is too long");
    }
    return ascii;
  }

  /// RFC 5893, 2: in a name with letters from right to left, each part keeps to one direction.
  private static void checkDirections(List<String> labels) {
    boolean rightToLeft =
        labels.stream()
            .flatMapToInt(String::codePoints)
            .anyMatch(
                c ->
                    switch (Character.getDirectionality(c)) {
                      case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                          Character.DIRECTIONALITY_ARABIC_NUMBER ->
                          true;
                      default -> false;
                    });
    if (rightToLeft) {
      for (String label : labels) {
        if (!label.isEmpty() && !BidiRule.holds(label)) {
          throw new IllegalArgumentException("a part of the name runs in two directions");
        }
      }
    }
  }

  /// What a name looks like to people; the name itself if it cannot be read.
  public static String toUnicode(String ascii) {
    List<String> labels = new ArrayList<>();
    for (String label : ascii.split("\\.", -1)) {
      String own = unicodeLabel(label);
      labels.add(own == null ? label : own);
    }
    return String.join(".", labels);
  }

  private static @Nullable String unicodeLabel(String label) {
    try {
      return label(label);
    } catch (IllegalArgumentException e) {
      // Shown as it is.
      return null;
    }
  }
}
