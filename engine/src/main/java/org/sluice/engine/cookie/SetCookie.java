package org.sluice.engine.cookie;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Whether a server may set what its Set-Cookie field says: a pure function that gives its reason.
///
/// **Source**: RFC 6265bis, 5.6 and 5.7.
public sealed interface SetCookie {
  /// It may.
  ///
  /// @param cookie one that is over already takes the place of an older one and goes with it
  record Set(Cookie cookie) implements SetCookie {}

  /// It may not.
  record Refused(String reason) implements SetCookie {}

  /// @param line the field's value
  /// @param scope where it comes from
  static SetCookie read(
      String line, CookieScope scope, PublicSuffixes suffixes, CookieLimits limits, Instant now) {
    if (line.length() > limits.lineBytes()) {
      return new Refused("it is longer than " + limits.lineBytes() + " characters");
    }
    if (line.chars().anyMatch(c -> Cookie.isControl(c) && c != '\t')) {
      return new Refused("it has a control character");
    }
    Attributes found = Attributes.of(line);
    if (found == null) {
      return new Refused("it has no name");
    }
    if (found.name.length() + found.value.length() > limits.pairBytes()) {
      return new Refused("name and value have more than " + limits.pairBytes() + " characters");
    }
    return found.judge(scope, suffixes, limits, now);
  }

  /// What stands in a Set-Cookie field.
  final class Attributes {
    private final String name;
    private final String value;
    private String domain = "";
    private String path = "";
    private boolean secure;
    private boolean httpOnly;
    private @Nullable Instant expires;
    private @Nullable Long maxAge;
    private SameSite sameSite = SameSite.UNSET;

    private Attributes(String name, String value) {
      this.name = name;
      this.value = value;
    }

    private static @Nullable Attributes of(String line) {
      String[] parts = line.split(";", -1);
      int equals = parts[0].indexOf('=');
      if (equals < 0) {
        return null;
      }
      String name = blanks(parts[0].substring(0, equals));
      String value = blanks(parts[0].substring(equals + 1));
      if (name.isEmpty() || name.indexOf('\t') >= 0 || value.indexOf('\t') >= 0) {
        return null;
      }
      Attributes made = new Attributes(name, value);
      for (int i = 1; i < parts.length; i++) {
        int mark = parts[i].indexOf('=');
        String word = blanks(mark < 0 ? parts[i] : parts[i].substring(0, mark));
        made.take(
            word.toLowerCase(Locale.ROOT), mark < 0 ? "" : blanks(parts[i].substring(mark + 1)));
      }
      return made;
    }

    private static String blanks(String text) {
      int start = 0;
      int end = text.length();
      while (start < end && isBlank(text.charAt(start))) {
        start++;
      }
      while (end > start && isBlank(text.charAt(end - 1))) {
        end--;
      }
      return text.substring(start, end);
    }

    private static boolean isBlank(char c) {
      return c == ' ' || c == '\t';
    }

    private void take(String word, String text) {
      switch (word) {
        case "expires" -> expires = CookieDate.parse(text).orElse(expires);
        case "max-age" -> {
          if (!text.isEmpty()) {
            maxAge = seconds(text);
          }
        }
        case "domain" -> {
          String bare = text.startsWith(".") ? text.substring(1) : text;
          domain = text.isEmpty() ? domain : bare.toLowerCase(Locale.ROOT);
        }
        case "path" -> path = unquoted(text);
        case "secure" -> secure = true;
        case "httponly" -> httpOnly = true;
        case "samesite" ->
            sameSite =
                switch (text.toLowerCase(Locale.ROOT)) {
                  case "strict" -> SameSite.STRICT;
                  case "lax" -> SameSite.LAX;
                  case "none" -> SameSite.NONE;
                  default -> SameSite.UNSET;
                };
        default -> {}
      }
    }

    private static String unquoted(String text) {
      if (!text.startsWith("\"")) {
        return text;
      }
      int end = text.length() > 1 && text.endsWith("\"") ? text.length() - 1 : text.length();
      return text.substring(1, end);
    }

    /// Seconds to live; what is no number, or too large for one, is the nearest that is.
    private static long seconds(String text) {
      String bare = text.startsWith("\"") ? text.substring(1) : text;
      int end = 0;
      while (end < bare.length() && bare.charAt(end) >= '0' && bare.charAt(end) <= '9') {
        end++;
      }
      if (end == 0) {
        return 0;
      }
      return end > 10 ? Integer.MAX_VALUE : Long.parseLong(bare.substring(0, end));
    }

    private SetCookie judge(
        CookieScope scope, PublicSuffixes suffixes, CookieLimits limits, Instant now) {
      String host = scope.host();
      boolean hostOnly = domain.isEmpty() || CookieMatch.isAddress(host);
      if (!domain.isEmpty() && !CookieMatch.domainMatches(host, domain)) {
        return new Refused("its domain " + domain + " is not that of " + host);
      }
      if (!hostOnly && suffixes.isPublic(domain)) {
        if (!domain.equals(host)) {
          return new Refused("everybody can have a name below " + domain);
        }
        hostOnly = true;
      }
      if (secure && !scope.safe()) {
        return new Refused("it is said to be secure and came without TLS");
      }
      String where = path.startsWith("/") ? cleaned(path) : scope.defaultPath();
      String refused = prefix(hostOnly && domain.isEmpty(), where);
      if (refused != null) {
        return new Refused(refused);
      }
      try {
        return new Set(
            new Cookie(
                name,
                value,
                hostOnly ? host : domain,
                hostOnly,
                where,
                secure,
                httpOnly,
                until(limits, now),
                sameSite));
      } catch (IllegalArgumentException e) {
        // What no cookie can be must not end more than itself.
        return new Refused(String.valueOf(e.getMessage()));
      }
    }

    private static String cleaned(String path) {
      String bare =
          path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
      return bare.isEmpty() ? "/" : bare;
    }

    private @Nullable String prefix(boolean noDomain, String where) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.startsWith("__secure-") && !secure) {
        return "__Secure- must be secure";
      }
      boolean host = lower.startsWith("__host-");
      return host && !(secure && noDomain && where.equals("/"))
          ? "__Host- must be secure, for / and without a domain"
          : null;
    }

    private @Nullable Instant until(CookieLimits limits, Instant now) {
      Instant most = now.plusSeconds(limits.longestSeconds());
      Long age = maxAge;
      Instant asked = age == null ? expires : age <= 0 ? Instant.EPOCH : now.plusSeconds(age);
      if (asked == null || asked.isBefore(most)) {
        return asked;
      }
      // The nearest minute: two cookies of one answer end together, as in curl.
      return Instant.ofEpochSecond((most.getEpochSecond() + 30) / 60 * 60);
    }
  }
}
