package org.sluice.engine.request;

/// After which redirects a POST stays one; otherwise it goes on as a GET without a body, as
/// browsers do.
///
/// **Source**: `CURLOPT_POSTREDIR`; RFC 9110, 15.4.
///
/// @param on301 after 301 Moved Permanently
/// @param on302 after 302 Found
/// @param on303 after 303 See Other, which says that it should not
public record KeepPost(boolean on301, boolean on302, boolean on303) {
  public static final KeepPost NONE = new KeepPost(false, false, false);
  public static final KeepPost ALL = new KeepPost(true, true, true);

  public boolean on(int status) {
    return switch (status) {
      case 301 -> on301;
      case 302 -> on302;
      case 303 -> on303;
      default -> true;
    };
  }
}
