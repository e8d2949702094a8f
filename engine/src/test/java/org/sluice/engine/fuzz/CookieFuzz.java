package org.sluice.engine.fuzz;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.sluice.engine.cookie.Cookie;
import org.sluice.engine.cookie.CookieJar;
import org.sluice.engine.cookie.CookieLimits;
import org.sluice.engine.cookie.CookiesTxt;
import org.sluice.engine.cookie.PublicSuffixes;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.Url;

/// What servers set and files say of cookies: what is kept goes to no stranger and reads the same
/// again.
public final class CookieFuzz {
  public static final List<String> SEEDS =
      List.of(
          "a=1; Path=/x; Domain=example.com; Secure; HttpOnly; SameSite=Lax; Max-Age=10",
          "__Host-a=\"1\"; Secure; Path=/; Expires=Wed, 09 Jun 2100 10:18:14 GMT",
          "__Secure-b=2; Domain=.co.uk; expires=Wed Jun  9 10:18:14 2100",
          "#HttpOnly_.example.com\tTRUE\t/\tTRUE\t4102444800\ta\t1",
          "www.example.com\tFALSE\t/x/\tFALSE\t0\tb\t");

  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

  private CookieFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) throws TransferException {
    String text = new String(data, StandardCharsets.ISO_8859_1);
    Url origin = Url.parse("https://www.example.com/x/y");
    CookieJar jar = jar();
    jar.store(origin, List.of(text));
    for (Cookie cookie : jar.all()) {
      boolean near =
          cookie.domain().equals("www.example.com") || cookie.domain().equals("example.com");
      if (!near) {
        throw new IllegalStateException("a stranger's: " + cookie);
      }
    }
    CookiesTxt.read(text, jar, false);
    CookiesTxt.readFields(text, jar, origin);
    check(jar.fieldValue(origin));
    check(jar.fieldValue(Url.parse("http://127.0.0.1/")));
    CookieJar again = jar();
    CookiesTxt.read(CookiesTxt.write(jar), again, false);
    if (again.all().size() != jar.all().size()) {
      throw new IllegalStateException("other cookies than were written: " + jar.all());
    }
  }

  private static CookieJar jar() {
    return new CookieJar(CookieLimits.DEFAULT, PublicSuffixes.packaged(), () -> NOW);
  }

  private static void check(String value) {
    if (value != null
        && new Headers.Field("Cookie", value)
            .value()
            .chars()
            .anyMatch(c -> c < 0x20 && c != '\t')) {
      throw new IllegalStateException("not a field: " + value);
    }
  }
}
