package org.sluice.engine.http;

/// What a request asks for, in one word; letters count as they are written.
///
/// **Errors**: what is no token is refused, so that nobody can smuggle a second line into a
/// request. **Limits**: [#MOST_CHARACTERS]. **Source**: RFC 9110, 9.1.
///
/// @param name as it is sent
public record Method(String name) {
  /// Longest word that is sent.
  public static final int MOST_CHARACTERS = 256;

  public static final Method GET = new Method("GET");
  public static final Method HEAD = new Method("HEAD");
  public static final Method POST = new Method("POST");
  public static final Method PUT = new Method("PUT");

  public Method {
    if (!Tokens.isToken(name) || name.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "not a request method: "
              + name.length()
              + " characters, of which only letters, digits and !#$%&'*+-.^_`|~ may be any");
    }
  }

  /// Whether the answer has no body, whatever its head says.
  public boolean isHead() {
    return equals(HEAD);
  }

  public boolean isPost() {
    return equals(POST);
  }

  /// Whether a request usually goes without a body, so that no length is said where there is none.
  public boolean isBodiless() {
    return equals(GET) || equals(HEAD);
  }

  @Override
  public String toString() {
    return name;
  }
}
