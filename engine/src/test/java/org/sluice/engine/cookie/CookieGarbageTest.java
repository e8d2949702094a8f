package org.sluice.engine.cookie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.Url;

/// Whatever a server or a file says, the jar stays honest: seeded nonsense.
class CookieGarbageTest {
  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
  private static final String[] PIECES = {
    "a",
    "=",
    ";",
    "; ",
    " ",
    "\t",
    ",",
    "\"",
    "Path",
    "/",
    "/x",
    "Domain",
    ".com",
    "com",
    "example.com",
    ".",
    "Secure",
    "HttpOnly",
    "Max-Age",
    "-1",
    "99999999999",
    "Expires",
    "Wed, 09 Jun 2100 10:18:14",
    "__Host-",
    "__Secure-",
    "\0",
    "\r",
    "\n",
    "\u007f",
    "é",
    "\uD83D\uDE00",
    "SameSite",
    "Lax",
    "TRUE",
    "FALSE",
    "#HttpOnly_",
    "0",
    "xn--",
    "127.0.0.1"
  };

  private static String nonsense(Random random) {
    StringBuilder out = new StringBuilder();
    for (int i = random.nextInt(25); i > 0; i--) {
      out.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return out.toString();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void nothingIsSentThatCouldBeMisread(long seed) throws TransferException {
    Random random = new Random(seed);
    CookieJar jar = new CookieJar(CookieLimits.DEFAULT, PublicSuffixes.packaged(), () -> NOW);
    Url[] urls = {
      Url.parse("http://www.example.com/x/y"),
      Url.parse("https://example.com/"),
      Url.parse("http://127.0.0.1/x"),
      Url.parse("http://com/")
    };
    for (int i = 0; i < 2_000; i++) {
      String line = nonsense(random);
      String as = "seed " + seed + " step " + i + ": " + line;
      Url from = urls[random.nextInt(urls.length)];
      jar.store(from, List.of(line));
      CookiesTxt.read(line, jar, random.nextBoolean());
      String value = jar.fieldValue(urls[random.nextInt(urls.length)]);
      if (value != null) {
        assertThatCode(() -> new Headers.Field("Cookie", value)).as(as).doesNotThrowAnyException();
        assertThat(value.length()).as(as).isLessThanOrEqualTo(CookieLimits.DEFAULT.sentBytes());
      }
    }
    for (Cookie cookie : jar.all()) {
      boolean reaches = CookieMatch.domainMatches("www.example.com", cookie.domain());
      assertThat(reaches && !cookie.hostOnly() && cookie.domain().equals("com"))
          .as("seed " + seed + ": " + cookie)
          .isFalse();
      String line = CookiesTxt.write(jar);
      assertThat(line.chars().filter(c -> c < 0x20 && c != '\n' && c != '\t').count())
          .as("seed " + seed)
          .isZero();
    }
    CookieJar again = new CookieJar(CookieLimits.DEFAULT, PublicSuffixes.packaged(), () -> NOW);
    CookiesTxt.read(CookiesTxt.write(jar), again, false);
    assertThat(again.all().size()).as("seed " + seed).isEqualTo(jar.all().size());
  }

  /// Every line also cut at every character.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=1; Path=/x; Domain=example.com; Secure; Max-Age=10; SameSite=Lax; HttpOnly",
        "__Host-a=\"1\"; Secure; Path=/; Expires=Wed, 09 Jun 2100 10:18:14 GMT"
      })
  void cutAnywhereItIsACookieOrNone(String line) throws TransferException {
    Url url = Url.parse("https://www.example.com/");
    for (int i = 0; i <= line.length(); i++) {
      SetCookie read =
          SetCookie.read(
              line.substring(0, i),
              CookieScope.of(url),
              PublicSuffixes.packaged(),
              CookieLimits.DEFAULT,
              NOW);
      if (read instanceof SetCookie.Set(Cookie cookie)) {
        assertThat(cookie.name()).isIn("a", "__Host-a");
        assertThat(cookie.domain()).isIn("www.example.com", "example.com");
      }
    }
  }
}
