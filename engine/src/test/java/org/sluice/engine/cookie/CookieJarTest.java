package org.sluice.engine.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Url;

/// Who may set a cookie, and who gets it back.
class CookieJarTest {
  private static final Instant START = Instant.parse("2026-11-22T00:00:00Z");

  private Instant now = START;
  private final CookieJar jar =
      new CookieJar(CookieLimits.DEFAULT, PublicSuffixes.packaged(), () -> now);

  private static Url url(String text) {
    try {
      return Url.parse(text);
    } catch (TransferException e) {
      throw new AssertionError(e);
    }
  }

  private String set(String from, String... fields) {
    return jar.store(url(from), List.of(fields)).stream()
        .map(one -> one instanceof SetCookie.Refused(String reason) ? reason : "ok")
        .reduce("", (all, one) -> all.isEmpty() ? one : all + "|" + one);
  }

  private String sent(String to) {
    String value = jar.fieldValue(url(to));
    return value == null ? "-" : value;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://a.example.com/x/y | a=1 | http://a.example.com/x/y | a=1",
        "http://a.example.com/x/y | a=1 | http://a.example.com/x/z | a=1",
        "http://a.example.com/x/y | a=1 | http://a.example.com/ | -",
        "http://a.example.com/x/y | a=1 | http://b.example.com/x/ | -",
        "http://a.example.com/x/y | a=1 | http://c.a.example.com/x/ | -",
        "http://a.example.com/ | a=1; Domain=example.com | http://b.example.com/ | a=1",
        "http://a.example.com/ | a=1; Domain=.Example.COM | http://example.com/ | a=1",
        "http://a.example.com/ | a=1; domain=example.com | http://badexample.com/ | -",
        "http://a.example.com/ | a=1; Path=/p | http://a.example.com/p/q | a=1",
        "http://a.example.com/ | a=1; Path=/p | http://a.example.com/pq | -",
        "http://a.example.com/ | a=1; Path=/p/ | http://a.example.com/p/?q | a=1",
        "http://a.example.com/ | a=1; Path=p | http://a.example.com/ | a=1",
        "https://a.example.com/ | a=1; Secure | https://a.example.com/ | a=1",
        "https://a.example.com/ | a=1; Secure | http://a.example.com/ | -",
        "http://localhost/ | a=1; Secure | http://localhost/ | a=1",
        "http://a.example.com/ | a=1=2; x | http://a.example.com/ | a=1=2",
        "http://a.example.com/ | a = \"1 2\" ; x | http://a.example.com/ | a=\"1 2\"",
        "http://a.example.com/ | a= | http://a.example.com/ | a=",
        "http://a.example.com:8080/ | a=1 | http://a.example.com/ | a=1",
        "http://127.0.0.1/ | a=1; Domain=127.0.0.1 | http://127.0.0.1/ | a=1",
        "http://[::1]/ | a=1 | http://[::1]/ | a=1"
      })
  void goesWhereItBelongs(String from, String field, String to, String expected) {
    assertThat(set(from, field)).isEqualTo("ok");
    assertThat(sent(to)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://a.example.com/ | a=1; Domain=b.example.com | not that of",
        "http://a.example.com/ | a=1; Domain=other.com | not that of",
        "http://a.example.com/ | a=1; Domain=com | everybody",
        "http://a.example.co.uk/ | a=1; Domain=co.uk | everybody",
        "http://me.github.io/ | a=1; Domain=github.io | everybody",
        "http://x.y.kawasaki.jp/ | a=1; Domain=y.kawasaki.jp | everybody",
        "http://1.2.3.4/ | a=1; Domain=3.4 | not that of",
        "http://a.example.com/ | a=1; Secure | without TLS",
        "http://a.example.com/ | __Secure-a=1 | must be secure",
        "http://a.example.com/ | __sECURE-a=1 | must be secure",
        "https://a.example.com/ | __Host-a=1; Secure; Path=/x | must be secure, for /",
        "https://a.example.com/ | __host-a=1; Secure; Path=/; Domain=a.example.com | without a"
            + " domain",
        "http://a.example.com/ | novalue | no name",
        "http://a.example.com/ | =1 | no name",
        "http://a.example.com/ | '' | no name"
      })
  void whatMayNotBeSetIsNot(String from, String field, String why) {
    assertThat(set(from, field)).contains(why);
    assertThat(jar.all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\0=1", "a=1\r\nb: 2", "a=1\n", "a=1\u007f", "a=1; Path=/\0", "a\u0001=2"})
  void controlCharactersAreRefused(String field) {
    assertThat(set("http://a.example.com/", field)).contains("control");
    assertThat(jar.all()).isEmpty();
  }

  @Test
  void aPublicSuffixMayKeepItsOwnCookie() {
    assertThat(set("http://github.io/", "a=1; Domain=github.io")).isEqualTo("ok");
    assertThat(sent("http://github.io/")).isEqualTo("a=1");
    assertThat(sent("http://me.github.io/")).isEqualTo("-");
  }

  @Test
  void theListHasItsRules() {
    PublicSuffixes list = PublicSuffixes.packaged();
    assertThat(list.size()).isGreaterThan(8_000);
    assertThat(Stream.of("com", "co.uk", "github.io", "y.kawasaki.jp", "xn--55qx5d.cn", "unheard"))
        .allMatch(list::isPublic);
    assertThat(Stream.of("example.com", "city.kawasaki.jp", "localhost", "a.unheard"))
        .noneMatch(list::isPublic);
  }

  @Test
  void lengthOfLifeIsKept() {
    set("http://a.b.com/", "s=1", "m=1; Max-Age=10; Expires=Wed, 09 Jun 2100 10:18:14 GMT");
    set("http://a.b.com/", "e=1; expires=Sun, 22-Nov-2026 00:00:20 GMT");
    assertThat(sent("http://a.b.com/").split("; ", -1))
        .containsExactlyInAnyOrder("s=1", "m=1", "e=1");
    now = START.plusSeconds(11);
    assertThat(sent("http://a.b.com/").split("; ", -1)).containsExactlyInAnyOrder("s=1", "e=1");
    now = START.plusSeconds(21);
    assertThat(sent("http://a.b.com/")).isEqualTo("s=1");
    jar.endSession();
    assertThat(sent("http://a.b.com/")).isEqualTo("-");
  }

  @Test
  void noneLivesForEver() {
    set("http://a.b.com/", "a=1; Max-Age=99999999999999999999");
    assertThat(jar.all().getFirst().expires())
        .isEqualTo(START.plusSeconds(CookieLimits.DEFAULT.longestSeconds()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Max-Age=0", "Max-Age=-1", "max-age=x", "Expires=Thu, 01 Jan 1970 00:00:00 GMT"})
  void whatIsOverTakesTheOldOneWithIt(String end) {
    set("http://a.b.com/", "a=1", "a=2; " + end);
    assertThat(sent("http://a.b.com/")).isEqualTo("-");
  }

  @Test
  void nobodyWithoutTlsCoversASecureOne() {
    set("https://a.b.com/", "a=safe; Secure");
    assertThat(set("http://a.b.com/", "a=bad")).contains("must not be covered");
    assertThat(set("http://a.b.com/", "a=bad; Domain=b.com")).contains("must not be covered");
    assertThat(sent("https://a.b.com/")).isEqualTo("a=safe");
  }

  @Test
  void theMoreSpecialGoesFirst() {
    set("http://a.b.com/", "x=1", "y=1; Path=/p", "z=1; Domain=b.com", "long=1", "w=1");
    assertThat(sent("http://a.b.com/p")).isEqualTo("y=1; long=1; w=1; x=1; z=1");
  }

  @Test
  void limitsHold() {
    for (int i = 0; i < 500; i++) {
      set("http://a.b.com/", "n" + i + "=" + i);
    }
    assertThat(jar.all()).hasSize(CookieLimits.DEFAULT.perHost());
    assertThat(jar.all().getLast().name()).isEqualTo("n499");
    assertThat(sent("http://a.b.com/").split("; ", -1)).hasSize(CookieLimits.DEFAULT.sentCookies());
    for (int i = 0; i < 4_000; i++) {
      set("http://h" + i + ".b.com/", "n=1");
    }
    assertThat(jar.all()).hasSize(CookieLimits.DEFAULT.inAll());
    assertThat(set("http://a.b.com/", "a=" + "x".repeat(4_096))).contains("more than 4096");
    assertThat(set("http://a.b.com/", "a=1; x=" + "x".repeat(5_000))).contains("longer than 5000");
    String[] many = new String[60];
    for (int i = 0; i < many.length; i++) {
      many[i] = "m" + i + "=1";
    }
    assertThat(jar.store(url("http://q.b.com/"), List.of(many)))
        .hasSize(CookieLimits.DEFAULT.perAnswer());
  }

  @Test
  void theFileIsThatOfNetscape(@TempDir Path folder) throws IOException {
    set("https://a.b.com/", "one=1; Path=/; Secure; HttpOnly", "two=2; Domain=b.com; Max-Age=60");
    Path file = folder.resolve("cookies.txt");
    CookiesTxt.write(file, jar);
    long end = START.plusSeconds(60).getEpochSecond();
    assertThat(Files.readString(file))
        .startsWith("# Netscape HTTP Cookie File\n")
        .endsWith(
            ".b.com\tTRUE\t/\tFALSE\t"
                + end
                + "\ttwo\t2\n#HttpOnly_a.b.com\tFALSE\t/\tTRUE\t0\tone\t1\n");
    CookieJar again = new CookieJar(CookieLimits.DEFAULT, PublicSuffixes.packaged(), () -> now);
    assertThat(CookiesTxt.read(file, again, false)).isEqualTo(2);
    assertThat(again.all()).containsExactlyInAnyOrderElementsOf(jar.all());
    CookieJar fresh = new CookieJar(CookieLimits.DEFAULT, PublicSuffixes.packaged(), () -> now);
    assertThat(CookiesTxt.read(file, fresh, true)).isEqualTo(1);
    assertThat(folder).as("nothing left behind").isDirectoryNotContaining(f -> !f.equals(file));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void badLinesOfAFileArePassedOver() {
    String text =
        """
        # comment
        a.b.com\tFALSE\t/\tFALSE\t0\tgood\t1
        a.b.com\tFALSE\t/\tFALSE\tsoon\tbad\t1
        a.b.com\tFALSE\t/\tFALSE\t0
        a.b.com\tFALSE\t/\tFALSE\t0\tempty
        a.b.com\tFALSE\t/\tFALSE\t0\t__Host-x\t1
        a.b.com\tFALSE\t/\tFALSE\t0\t__secure-x\t1
        \tFALSE\t/\tFALSE\t0\tx\t1
        a.b.com\tFALSE\t/\tFALSE\t0\tx;y\t1
        """;
    assertThat(CookiesTxt.read(text, jar, false)).isEqualTo(2);
    assertThat(sent("http://a.b.com/")).isEqualTo("empty=; good=1");
  }

  /// curl sends such a one to everybody.
  @Test
  void aHeadInAFileThatNamesNoDomainSpeaksForTheUrlsHost() {
    String heads = "HTTP/1.1 200 OK\r\nSet-Cookie: a=1; Path=/x\r\nset-cookie: b=2\r\n\r\n";
    CookiesTxt.readFields(heads, jar, url("http://a.b.com/deep/down"));
    assertThat(sent("http://a.b.com/x/y")).isEqualTo("a=1; b=2");
    assertThat(sent("http://c.b.com/x/y")).isEqualTo("-");
  }

  @Test
  void saysNoSecret() {
    set("http://a.b.com/", "name=secret");
    assertThat(jar.all().toString()).contains("name").doesNotContain("secret");
  }

  @Test
  void theUsersHostFieldSaysWhoseTheyAre() {
    CookieScope scope = CookieScope.of(url("https://127.0.0.1:8080/a/b"), "www.Example.com:99");
    jar.store(scope, List.of("a=1; Domain=example.com", "b=2; Secure", "c=3; Domain=other.com"));
    assertThat(jar.fieldValue(scope)).isEqualTo("b=2; a=1");
    assertThat(sent("http://www.example.com/a/c")).isEqualTo("a=1");
    assertThat(sent("http://127.0.0.1:8080/a/b")).isEqualTo("-");
  }

  @ParameterizedTest
  @CsvSource({
    "http://far.example/, localhost, false",
    "http://localhost/, far.example, false",
    "http://127.0.0.1/, localhost:80, true",
    "https://far.example/, other.example, true",
    "http://localhost/, [::1]:80, true",
    "http://localhost/, ' ', true",
  })
  void aHostFieldMakesNoWireSafer(String url, String field, boolean safe) {
    assertThat(CookieScope.of(url(url), field).safe()).isEqualTo(safe);
  }

  @Test
  void theLongestLifeEndsAtAMinute() {
    now = START.plusSeconds(17);
    set(
        "http://a.example.com/",
        "a=1; Max-Age=99999999999",
        "b=1; Expires=Fri Feb 13 11:56:27 2132");
    assertThat(jar.all())
        .extracting(Cookie::expires)
        .containsOnly(START.plusSeconds(CookieLimits.DEFAULT.longestSeconds()));
  }

  @Test
  void aPathMayStandInQuotes() {
    set("http://a.example.com/x/y", "a=1; Path=\"/silly/\"");
    assertThat(jar.all().getFirst().path()).isEqualTo("/silly");
  }

  @Test
  void aFileGivesNobodyAPublicSuffix() {
    String file = ".co.uk\tTRUE\t/\tFALSE\t0\tbad\t1\nfoo.co.uk\tTRUE\t/\tFALSE\t0\tgood\t2\n";
    assertThat(CookiesTxt.read(file, jar, false)).isEqualTo(1);
    assertThat(sent("http://foo.co.uk/")).isEqualTo("good=2");
  }

  @Test
  void theNewestAreLeftOutWhereThereAreTooMany() {
    int most = CookieLimits.DEFAULT.sentCookies();
    for (int i = 1; i <= most + 1; i++) {
      set("http://a.example.com/", "name" + i + "=" + i);
    }
    assertThat(sent("http://a.example.com/"))
        .startsWith("name" + most + "=" + most + ";")
        .endsWith("name1=1");
  }
}
