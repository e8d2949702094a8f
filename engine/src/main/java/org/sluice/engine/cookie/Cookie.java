package org.sluice.engine.cookie;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One cookie as it is kept.
///
/// **Errors**: control characters are refused in every part, and what would end a pair in name,
/// value and path.
///
/// **Source**: RFC 6265bis, 5.7.
///
/// @param domain in lower case, without a dot before it
/// @param hostOnly whether it is for this host alone, not for those below it
/// @param expires null: it goes with the session
public record Cookie(
    String name,
    String value,
    String domain,
    boolean hostOnly,
    String path,
    boolean secure,
    boolean httpOnly,
    @Nullable Instant expires,
    SameSite sameSite) {
  public Cookie {
    refuse(name, "name", ";=");
    refuse(value, "value", ";");
    refuse(domain, "domain", ";/");
    refuse(path, "path", ";");
    if (name.isEmpty() || domain.isEmpty() || !path.startsWith("/")) {
      throw new IllegalArgumentException("a cookie has a name, a domain, and a path with a slash");
    }
  }

  private static void refuse(String text, String what, String more) {
    if (text.chars().anyMatch(c -> isControl(c) || more.indexOf(c) >= 0)) {
      throw new IllegalArgumentException("a cookie's " + what + " has a character it may not have");
    }
  }

  static boolean isControl(int c) {
    return c < 0x20 || c == 0x7f;
  }

  /// Whether it goes with the session.
  public boolean isOfSession() {
    return expires == null;
  }

  boolean expired(Instant now) {
    return expires != null && !expires.isAfter(now);
  }

  /// Whether a new one takes this one's place.
  boolean isReplacedBy(Cookie other) {
    return name.equals(other.name)
        && domain.equals(other.domain)
        && hostOnly == other.hostOnly
        && path.equals(other.path);
  }

  Cookie withExpires(@Nullable Instant value) {
    return new Cookie(name, this.value, domain, hostOnly, path, secure, httpOnly, value, sameSite);
  }

  /// Says no secret.
  @Override
  public String toString() {
    return "cookie " + name + " of " + domain + path;
  }
}
