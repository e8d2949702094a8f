package org.sluice.engine.http;

import java.util.List;
import java.util.Locale;

/// Which header fields are secrets that belong to one origin only.
///
/// There is no list of all such names: everybody makes up an `X-…-Token`. So every name with a word
/// in it that speaks of a secret counts. To take one too many costs a refused request; to take one
/// too few gives a password away.
public final class SecretFields {
  private static final List<String> WORDS =
      List.of(
          "auth",
          "cookie",
          "credential",
          "jwt",
          "key",
          "passwd",
          "password",
          "secret",
          "session",
          "signature",
          "token",
          "xsrf",
          "csrf");

  private SecretFields() {}

  /// Whether a field of this name must not reach another origin, nor a log.
  public static boolean isSecret(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return WORDS.stream().anyMatch(lower::contains);
  }

  /// Whether a field of this name is meant for a proxy only.
  public static boolean isForProxy(String name) {
    return name.regionMatches(true, 0, "Proxy-", 0, "Proxy-".length());
  }
}
