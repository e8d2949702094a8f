package org.sluice.engine.request;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a URL is read, and which may be asked for.
///
/// @param pathAsIs leave `/./` and `/../` in a path alone (`CURLOPT_PATH_AS_IS`)
/// @param requestTarget said on the request line instead of path and query
///   (`CURLOPT_REQUEST_TARGET`); null for those
/// @param protocols schemes that the first URL may have, in lower case
///   (`CURLOPT_PROTOCOLS_STR`)
/// @param redirectProtocols schemes that a redirect may lead to
///   (`CURLOPT_REDIR_PROTOCOLS_STR`)
public record UrlOptions(
    boolean pathAsIs,
    @Nullable String requestTarget,
    Set<String> protocols,
    Set<String> redirectProtocols) {
  /// What the engine speaks.
  public static final Set<String> ALL = Set.of("http", "https");

  public static final UrlOptions DEFAULT = new UrlOptions(false, null, ALL, ALL);

  /// @throws IllegalArgumentException for a request target with a control character or space
  public UrlOptions {
    protocols = Set.copyOf(protocols);
    redirectProtocols = Set.copyOf(redirectProtocols);
    if (requestTarget != null
        && (requestTarget.isEmpty()
            || requestTarget.chars().anyMatch(c -> c <= 0x20 || c == 0x7f))) {
      throw new IllegalArgumentException(
          "a request target has no space and no control character in it");
    }
  }

  public UrlOptions withPathAsIs(boolean value) {
    return new UrlOptions(value, requestTarget, protocols, redirectProtocols);
  }

  public UrlOptions withRequestTarget(@Nullable String value) {
    return new UrlOptions(pathAsIs, value, protocols, redirectProtocols);
  }

  public UrlOptions withProtocols(Set<String> value) {
    return new UrlOptions(pathAsIs, requestTarget, value, redirectProtocols);
  }

  public UrlOptions withRedirectProtocols(Set<String> value) {
    return new UrlOptions(pathAsIs, requestTarget, protocols, value);
  }
}
