package org.sluice.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.IDNA;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// International names, by hand and compared with ICU's reading of the same rules.
class IdnaTest {
  private static final IDNA ICU =
      IDNA.getUTS46Instance(IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.NONTRANSITIONAL_TO_ASCII);

  /// What we let pass, as browsers and curl do: hyphens anywhere, and parts without letters, which
  /// the URL judges.
  private static final Set<IDNA.Error> LENIENT =
      EnumSet.of(
          IDNA.Error.EMPTY_LABEL,
          IDNA.Error.LEADING_HYPHEN,
          IDNA.Error.TRAILING_HYPHEN,
          IDNA.Error.HYPHEN_3_4,
          IDNA.Error.DOMAIN_NAME_TOO_LONG);

  private static final List<String> ALPHABETS =
      List.of(
          "abcxyzABC0129-_",
          "äöüßÄÖÜẞéèñçøåæ",
          "αβγςσΣΩάέ",
          "абвгдЖЙЁ",
          "אבגדה",
          "ابتثجحنامه٠١٢۰۱",
          "नमस्तेक्षत्र",
          "日本語ドメイン例え。．",
          "한국어도메인가각",
          "ａｂｃＡＢＣ１２３",
          "\u200c\u200d\u00ad\u2060\u034f",
          "\u0301\u0308\u0323",
          "ﬁℌ①Ⅷ™㎏½",
          "😀👩🚀𝔘𝓂",
          "xn--");

  @ParameterizedTest
  @CsvSource({
    "example.org, example.org",
    "EXAMPLE.Org, example.org",
    "bücher.example, xn--bcher-kva.example",
    "BÜCHER.example, xn--bcher-kva.example",
    "faß.de, xn--fa-hia.de",
    "βόλος.com, xn--nxasmm1c.com",
    "日本語。ＪＰ, xn--wgv71a119e.jp",
    "xn--bcher-kva.example, xn--bcher-kva.example",
    "XN--BCHER-KVA.example, xn--bcher-kva.example",
    "a_b.example, a_b.example",
    "☕.example, xn--53h.example",
    "\u202fx.example, ' x.example'",
    "نامه\u200cای.com, xn--mgba3gch31f060k.com",
    "क्\u200dष.example, xn--11b2ezcw70k.example",
    "so\u00adft.example, soft.example",
    "example.org., example.org.",
  })
  void writesNamesInAscii(String host, String ascii) {
    if (ascii.startsWith(" ")) {
      // A kind of space is a space, which the URL refuses.
      assertThat(Idna.toAscii(host)).isEqualTo(ascii);
    } else {
      assertThat(Idna.toAscii(host)).isEqualTo(icu(host)).isEqualTo(ascii);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xn--a",
        "xn--",
        "xn--abc",
        "xn--bcher-kv",
        "xn--fa-hia-",
        "a\u200db.example",
        "\u0301a.example",
        "\ud800.example",
        "a\ufffd.example",
        "אa.example",
        "\u2488.example",
        "xn--99999999999999.example",
      })
  void refusesWhatIsNoName(String host) {
    assertThatThrownBy(() -> Idna.toAscii(host)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThat(Idna.toAscii("a".repeat(63) + ".b")).hasSize(65);
    for (String host : List.of("a".repeat(64), "ä".repeat(62), "a.".repeat(128))) {
      assertThatThrownBy(() -> Idna.toAscii(host)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void showsNamesInTheirOwnLetters() {
    assertThat(Idna.toUnicode("xn--bcher-kva.example")).isEqualTo("bücher.example");
    assertThat(Idna.toUnicode("xn--a.example")).isEqualTo("xn--a.example");
  }

  private static @Nullable String icu(String host) {
    IDNA.Info info = new IDNA.Info();
    StringBuilder out = new StringBuilder();
    ICU.nameToASCII(host, out, info);
    Set<IDNA.Error> errors = EnumSet.noneOf(IDNA.Error.class);
    errors.addAll(info.getErrors());
    errors.removeAll(LENIENT);
    return errors.isEmpty() ? out.toString() : null;
  }

  private static @Nullable String ours(String host) {
    try {
      return Idna.toAscii(host);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  static IntStream seeds() {
    return IntStream.range(0, 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void readsAsIcuDoes(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      StringBuilder host = new StringBuilder();
      String home = ALPHABETS.get(random.nextInt(ALPHABETS.size()));
      int length = 1 + random.nextInt(8);
      for (int k = 0; k < length; k++) {
        String from =
            random.nextInt(4) == 0 ? ALPHABETS.get(random.nextInt(ALPHABETS.size())) : home;
        int[] letters = from.codePoints().toArray();
        host.appendCodePoint(letters[random.nextInt(letters.length)]);
      }
      host.append(random.nextBoolean() ? ".example" : "");
      String ours = ours(host.toString());
      // What ICU calls too long is judged by us only when it is finished.
      assertThat(ours)
          .as("seed %d, name %d: %s", seed, i, escaped(host.toString()))
          .isEqualTo(icu(host.toString()));
      if (ours != null) {
        assertThat(Idna.toAscii(ours)).as("seed %d: again", seed).isEqualTo(ours);
      }
    }
  }

  /// Every character by itself; where ICU's Unicode is older or newer than ours they may differ.
  @Test
  void readsEachCharacterAsIcuDoes() {
    StringBuilder differ = new StringBuilder();
    int count = 0;
    for (int c = 0x80; c < 0x30000; c++) {
      if (!Character.isDefined(c) || (c >= 0xd800 && c < 0xe000)) {
        continue;
      }
      String host = "a" + Character.toString(c) + "a";
      String ours = ours(host);
      if (ours == null ? icu(host) != null : !ours.equals(icu(host))) {
        count++;
        differ.append(" U+%04X".formatted(c));
      }
    }
    assertThat(count).as("characters read otherwise:" + differ).isZero();
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.chars().forEach(c -> out.append("\\u%04x".formatted(c)));
    return out.toString();
  }
}
