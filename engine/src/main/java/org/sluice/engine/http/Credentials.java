package org.sluice.engine.http;

/// A name and a password; never shown.
///
/// **Errors**: control characters are refused, so that nothing can be smuggled into a head.
///
/// **Source**: RFC 7617, 2.
public record Credentials(String name, String password) {
  public Credentials {
    if (hasControl(name) || hasControl(password)) {
      throw new IllegalArgumentException("a name or password has a control character in it");
    }
  }

  /// Reads `name:password`, split at the first colon; without one the password is empty.
  public static Credentials parse(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new Credentials(text, "")
        : new Credentials(text.substring(0, colon), text.substring(colon + 1));
  }

  private static boolean hasControl(String text) {
    return text.chars().anyMatch(c -> c < 0x20 || c == 0x7f);
  }

  /// Says no secret.
  @Override
  public String toString() {
    return "Credentials[hidden]";
  }
}
