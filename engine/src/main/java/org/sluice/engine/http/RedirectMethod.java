package org.sluice.engine.http;

/// Whether a redirect makes another method of a request's: a pure function.
///
/// **Source**: RFC 9110, 15.4; what browsers and curl do.
public final class RedirectMethod {
  private RedirectMethod() {}

  /// Whether what follows is a GET without a body.
  ///
  /// @param method whose rules count
  /// @param keepsPost whether a POST is to stay one after this status
  public static boolean becomesGet(int status, Method method, boolean keepsPost) {
    return switch (status) {
      case 301, 302 -> method.isPost() && !keepsPost;
      case 303 -> !method.isBodiless() && !(method.isPost() && keepsPost);
      default -> false;
    };
  }
}
