package org.sluice.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;

class UrlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://example.org|http://example.org/",
        "HTTP://EXAMPLE.org:80/A|http://example.org/A",
        "https://example.org:443?x|https://example.org/?x",
        "https://example.org:444/|https://example.org:444/",
        "http://example.org/a b|http://example.org/a%20b",
        "http://example.org/a?b c#d|http://example.org/a?b%20c",
        "http://example.org/%7Euser|http://example.org/%7Euser",
        "http://[::1]:8080/x|http://[::1]:8080/x",
        "http://[2001:DB8::1]/|http://[2001:db8::1]/",
        "http://example.org/a/./b/../c|http://example.org/a/c",
        "http://example.org/../../x|http://example.org/x",
        "http://example.org/a/..|http://example.org/",
        "http://example.org\\a\\b|http://example.org/a/b",
        "http://example.org:/x|http://example.org/x",
        "'  http://example.org/x  '|http://example.org/x",
      })
  void parses(String given, String expected) throws TransferException {
    assertThat(Url.parse(given)).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "http://bücher.example/ä, xn--bcher-kva.example, /%C3%A4",
    "http://example.org/😀, example.org, /%F0%9F%98%80"
  })
  void writesUnicodeInAscii(String given, String host, String target) throws TransferException {
    assertThat(Url.parse(given).host()).isEqualTo(host);
    assertThat(Url.parse(given).target()).isEqualTo(target);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "example.org",
        "http:/example.org",
        "http://",
        "http:///x",
        "http://:80/",
        "http://example.org:0/",
        "http://example.org:65536/",
        "http://example.org:99999999999/",
        "http://example.org:8o/",
        "http://example.org:-1/",
        "http://example.org:١/",
        "http://exa mple.org/",
        "http://exam\tple.org/",
        "http://example.org/a\r\nHost: evil",
        "http://example.org/a\0b",
        "http://us%0aer:secret@example.org/",
        "http://user:secret@/",
        "http://[]/",
        "http://[::1",
        "http://[1.2.3.4]/",
        "http://[::1]x/",
        "http://[zz::1]/",
        "http://a[b]/",
        "http://a_b!/",
      })
  void refusesWhatIsNoUrl(String given) {
    TransferException e = catchThrowableOfType(TransferException.class, () -> Url.parse(given));
    assertThat(e).as(given).isNotNull();
    assertThat(e.code()).isEqualTo(TransferErrorCode.URL_MALFORMAT);
    assertThat(e.sentence()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "http://user:pass@example.org/x, user, pass",
    "http://user@example.org/x, user, ''",
    "http://:pass@example.org/x, '', pass",
    "http://u%40x:p%3A%2f@example.org/x, u@x, p:/",
    "http://a@b:c@example.org/x, a@b, c",
    "http://%C3%BC:%ff@example.org/x, ü, \uFFFD"
  })
  void readsNameAndPasswordAndHidesThem(String given, String name, String password)
      throws TransferException {
    Url url = Url.parse(given);
    assertThat(url.userInfo()).isEqualTo(new Credentials(name, password));
    assertThat(url).hasToString("http://example.org/x");
    assertThat(url.host()).isEqualTo("example.org");
    assertThat(Url.withoutUserInfo(given)).isEqualTo("http://example.org/x");
    assertThat(url.userInfo()).asString().doesNotContain(name + password);
  }

  @ParameterizedTest
  @CsvSource({
    "http://@example.org/, http://example.org/",
    "http://example.org/a@b, http://example.org/a@b",
    "http://example.org?a@b, http://example.org?a@b",
    "example.org/@, example.org/@"
  })
  void showsTheRestAsItIs(String given, String shown) {
    assertThat(Url.withoutUserInfo(given)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://user:secret@exa mple.org/",
        "http:/user:secret@example.org/",
        "user:secret@example.org",
        "http://user:sec/secret@example.org:x/"
      })
  void refusesWithoutSayingThePassword(String given) {
    TransferException e = catchThrowableOfType(TransferException.class, () -> Url.parse(given));
    assertThat(e.sentence()).doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://example.org/", "file:///etc/passwd", "javascript://x/%0aalert(1)"})
  void refusesOtherProtocols(String given) {
    TransferException e = catchThrowableOfType(TransferException.class, () -> Url.parse(given));
    assertThat(e.code()).isEqualTo(TransferErrorCode.UNSUPPORTED_PROTOCOL);
  }

  /// RFC 3986, 5.4, as far as it speaks of http.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "g|/b/c/g",
        "./g|/b/c/g",
        "g/|/b/c/g/",
        "/g|/g",
        "?y|/b/c/d;p?y",
        "g?y|/b/c/g?y",
        "#s|/b/c/d;p?q",
        "g#s|/b/c/g",
        "g?y#s|/b/c/g?y",
        ";x|/b/c/;x",
        "g;x|/b/c/g;x",
        "g;x?y#s|/b/c/g;x?y",
        "''|/b/c/d;p?q",
        ".|/b/c/",
        "./|/b/c/",
        "..|/b/",
        "../|/b/",
        "../g|/b/g",
        "../..|/",
        "../../|/",
        "../../g|/g",
        "../../../g|/g",
        "../../../../g|/g",
        "/./g|/g",
        "/../g|/g",
        "g.|/b/c/g.",
        ".g|/b/c/.g",
        "g..|/b/c/g..",
        "..g|/b/c/..g",
        "./../g|/b/g",
        "./g/.|/b/c/g/",
        "g/./h|/b/c/g/h",
        "g/../h|/b/c/h",
        "g;x=1/./y|/b/c/g;x=1/y",
        "g;x=1/../y|/b/c/y",
        "g?y/./x|/b/c/g?y/./x",
        "g?y/../x|/b/c/g?y/../x",
        "g#s/./x|/b/c/g"
      })
  void resolvesReferences(String reference, String target) throws TransferException {
    Url base = Url.parse("http://a/b/c/d;p?q");
    assertThat(base.resolve(reference)).hasToString("http://a" + target);
  }

  @ParameterizedTest
  @CsvSource({
    "//g, http://g/",
    "//g:81/x, http://g:81/x",
    "https://h/x, https://h/x",
    "HTTPS://h/x, https://h/x"
  })
  void resolvesToOtherHosts(String reference, String expected) throws TransferException {
    assertThat(Url.parse("http://a/b/c").resolve(reference)).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"file:///etc/passwd", "ftp://x/", "data:,x", "javascript:x", "mailto:a@b"})
  void neverResolvesToAnotherProtocol(String reference) {
    TransferException e =
        catchThrowableOfType(
            TransferException.class, () -> Url.parse("http://a/b").resolve(reference));
    assertThat(e).isNotNull();
    assertThat(e.code()).isEqualTo(TransferErrorCode.UNSUPPORTED_PROTOCOL);
  }

  @ParameterizedTest
  @CsvSource({
    "http://a/x/b%20c.txt?q, b c.txt",
    "http://a/x/, ''",
    "http://a/%E2%82%AC, €",
    "http://a/%zz, %zz",
    "http://a/%4, %4"
  })
  void namesTheLastSegment(String url, String expected) throws TransferException {
    assertThat(Url.parse(url).lastSegment()).isEqualTo(expected);
  }
}
