package org.sluice.engine.request;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.AuthScheme;
import org.sluice.engine.http.Credentials;

/// Who the user is for one server or proxy, and in which ways that may be said.
///
/// A single scheme without a question, Basic or Bearer, is sent with the first request; otherwise
/// the server is asked first.
///
/// **Errors**: a token with a space or control character is refused.
///
/// **Source**: libcurl's `CURLOPT_HTTPAUTH`, `CURLOPT_USERPWD`, `CURLOPT_XOAUTH2_BEARER`.
///
/// @param allowed the schemes that may be used; Basic alone is curl's default
/// @param credentials for Basic and Digest; null for those of the URL, or none
/// @param bearerToken for Bearer (RFC 6750); null for none
public record AuthOptions(
    Set<AuthScheme> allowed, @Nullable Credentials credentials, @Nullable String bearerToken) {
  /// Only what the URL says, by Basic.
  public static final AuthOptions NONE = new AuthOptions(Set.of(AuthScheme.BASIC), null, null);

  public AuthOptions {
    allowed = Set.copyOf(allowed);
    if (bearerToken != null && !bearerToken.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      throw new IllegalArgumentException("a bearer token is printable ASCII without spaces");
    }
  }

  public static AuthOptions basic(Credentials credentials) {
    return new AuthOptions(Set.of(AuthScheme.BASIC), credentials, null);
  }

  public static AuthOptions digest(Credentials credentials) {
    return new AuthOptions(Set.of(AuthScheme.DIGEST), credentials, null);
  }

  /// The strongest that the server offers.
  public static AuthOptions any(Credentials credentials) {
    return new AuthOptions(EnumSet.of(AuthScheme.BASIC, AuthScheme.DIGEST), credentials, null);
  }

  public static AuthOptions bearer(String token) {
    return new AuthOptions(Set.of(AuthScheme.BEARER), null, token);
  }

  /// The same ways, with other credentials.
  public AuthOptions withCredentials(@Nullable Credentials value) {
    return new AuthOptions(allowed, value, bearerToken);
  }

  /// Says no secret.
  @Override
  public String toString() {
    return "AuthOptions"
        + allowed
        + (credentials == null ? "" : " with credentials")
        + (bearerToken == null ? "" : " with a token");
  }
}
