package org.sluice.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.error.TransferException;

/// URLs as people paste them, and what stays refused.
class PastedUrlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "https://a.example/x|https://a.example/x",
        "a.example/x|https://a.example/x",
        "a.example:8080/x|https://a.example:8080/x",
        "//a.example/x|https://a.example/x",
        "<https://a.example/x>|https://a.example/x",
        "\"https://a.example/x\"|https://a.example/x",
        "“https://a.example/x”|https://a.example/x",
        "<URL:https://a.example/x>|https://a.example/x",
        "( 'a.example' )|https://a.example/",
        "HTTPS://A.Example/X|https://a.example/X",
        "http:a.example/x|http://a.example/x",
        "http:///a.example/x|http://a.example/x",
        "https:\\\\a.example\\x\\y?q=\\z|https://a.example/x/y?q=%5Cz",
        "localhost:8080/x|http://localhost:8080/x",
        "127.0.0.1/x|http://127.0.0.1/x",
        "192.168.1.4/x|http://192.168.1.4/x",
        "[::1]:81/x|http://[::1]:81/x",
        "a.example/with space/ä?b c|https://a.example/with%20space/%C3%A4?b%20c",
        "bücher.example|https://xn--bcher-kva.example/",
      })
  void areReadAsMeant(String pasted, String url) throws TransferException {
    assertThat(Url.parse(PastedUrl.tidy(pasted))).hasToString(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  https://a.example/x\n",
        "https://a.exa\n   mple/x",
        "https://a.example\t/x",
        "\ufeffhttps://a.example/x\u200b",
        "\u00a0<\u2066https://a.example/x\u2069>\u3000",
        "https://a.\r\nexample/x",
      })
  void losesWhatIsAroundAndInside(String pasted) throws TransferException {
    assertThat(Url.parse(PastedUrl.tidy(pasted))).hasToString("https://a.example/x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "mailto:a@b.example",
        "ftp://a.example/x",
        "https://a.example/\u0000",
        "https://a.example/\u001b",
        "https://",
        "data:text/html,x",
      })
  void whatIsNoAddressOfTheWebStaysRefused(String pasted) {
    assertThatThrownBy(() -> Url.parse(PastedUrl.tidy(pasted)))
        .isInstanceOf(TransferException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "http://2130706433/, 127.0.0.1",
    "http://0x7f.1/, 127.0.0.1",
    "http://0177.0.0.01/, 127.0.0.1",
    "http://127.1/, 127.0.0.1",
    "http://0xC0.0xA8.257/, 192.168.1.1",
    "http://%31%32%37.0.0.1/, 127.0.0.1",
    "http://１２７.０.０.１/, 127.0.0.1",
    "http://1.2.3.4/, 1.2.3.4",
    "http://4294967295/, 255.255.255.255",
    "http://4294967296/, 4294967296",
    "http://1.2.3.4.5/, 1.2.3.4.5",
    "http://08.1.1.1/, 08.1.1.1",
    "http://0x/, 0x",
    "http://ex%61mple.org/, example.org",
  })
  void addressesInDisguiseAreUnmasked(String given, String host) throws TransferException {
    assertThat(Url.parse(given).host()).isEqualTo(host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://a%00b/",
        "http://a%0d%0ab/",
        "http://a%2fb/",
        "http://a%40b/",
        "http://a%20b/",
        "http://a..b/",
        "http://.a/",
        "http://a／b/",
        "http://a\u2100b/",
        "http://[fe80::1%]/",
        "http://[fe80::1%a b]/",
        "http://[fe80::1%25a/b]/",
        "http://a\r\nb/",
        "http://a/\r\nHost: b",
      })
  void namesInDisguiseAreRefused(String given) {
    assertThatThrownBy(() -> Url.parse(given)).isInstanceOf(TransferException.class);
  }

  @ParameterizedTest
  @CsvSource({"http://[fe80::1%eth0]:81/x", "http://[fe80::1%25eth0]:81/x"})
  void aZoneIsForThisMachineOnly(String given) throws TransferException {
    Url url = Url.parse(given);
    assertThat(url.host()).isEqualTo("fe80::1%eth0");
    assertThat(url.hostAndPort()).isEqualTo("[fe80::1]:81");
    assertThat(url.resolve("/y").host()).isEqualTo("fe80::1%eth0");
    assertThat(url.sameOrigin(Url.parse("http://[fe80::1%eth1]:81/x"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "http://a/b/../c, /b/../c, /c",
    "http://a/./b/./, /./b/./, /b/",
    "http://a/.., /.., /",
    "http://a/b%2e%2e/c, /b%2e%2e/c, /b%2e%2e/c",
  })
  void aPathStaysAsItIsIfWanted(String given, String asIs, String tidy) throws TransferException {
    assertThat(Url.parse(given, true).target()).isEqualTo(asIs);
    assertThat(Url.parse(given).target()).isEqualTo(tidy);
  }

  static IntStream seeds() {
    return IntStream.range(0, 60);
  }

  /// Whatever is pasted: either it is refused, or what comes out is a URL in itself, has no
  /// character that could end a line, and reads the same again.
  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsTakenIsSafeAndStable(int seed) throws TransferException {
    String letters = "aZ09.:/?#[]@%2e\\ \t\r\n<>\"'()-_~ä。０\u0000\u007f\u200bxnhtps|{}^`＠／";
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "" : "http://");
      int length = random.nextInt(24);
      for (int k = 0; k < length; k++) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      String given = random.nextBoolean() ? text.toString() : PastedUrl.tidy(text.toString());
      Url url;
      try {
        url = Url.parse(given);
      } catch (TransferException e) {
        assertThat(e.sentence()).isNotEmpty();
        continue;
      }
      String as = "seed " + seed + ", text " + i;
      assertThat(url.toString()).as(as).matches("https?://[!-~]+");
      assertThat(url.host()).as(as).matches("[a-z0-9._-]+|[0-9a-f:.]+(%[A-Za-z0-9._~-]+)?");
      assertThat(url.target()).as(as).startsWith("/");
      Url again = Url.parse(url.toString());
      assertThat(again.toString()).as(as).isEqualTo(url.toString());
      assertThat(again.sameOrigin(url)).as(as).isTrue();
      assertThat(Url.parse(PastedUrl.tidy(url.toString())).toString())
          .as(as)
          .isEqualTo(url.toString());
    }
  }
}
