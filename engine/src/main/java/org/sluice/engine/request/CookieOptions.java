package org.sluice.engine.request;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.cookie.CookieJar;
import org.sluice.engine.http.Headers;

/// Which cookies a transfer sends, and where those go that it gets.
///
/// A Cookie field of the user's own among the headers wins over both.
///
/// @param jar read and filled on every hop; null for none (`CURLOPT_COOKIEFILE`)
/// @param own pairs to be sent besides, to the first URL's origin alone (`CURLOPT_COOKIE`); null
///   for none. They are secret
public record CookieOptions(@Nullable CookieJar jar, @Nullable String own) {
  public static final CookieOptions NONE = new CookieOptions(null, null);

  public CookieOptions {
    if (own != null) {
      var _ = new Headers.Field("Cookie", own);
    }
  }

  public static CookieOptions of(CookieJar jar) {
    return new CookieOptions(jar, null);
  }

  /// Says no secret.
  @Override
  public String toString() {
    return "CookieOptions" + (jar == null ? "" : " with a jar") + (own == null ? "" : " with own");
  }
}
