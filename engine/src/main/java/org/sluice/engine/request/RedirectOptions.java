package org.sluice.engine.request;

/// Which redirects a transfer follows.
///
/// @param follow whether any are followed (`CURLOPT_FOLLOWLOCATION`)
/// @param max how many at most (`CURLOPT_MAXREDIRS`)
/// @param allowHttpsToHttp whether one may leave TLS; off, as everything would be readable on the
///   way
/// @param keepPost after which ones a POST stays a POST
public record RedirectOptions(
    boolean follow, int max, boolean allowHttpsToHttp, KeepPost keepPost) {
  public static final int DEFAULT_MAX = 30;
  public static final RedirectOptions DEFAULT = new RedirectOptions(true, DEFAULT_MAX, false);

  public RedirectOptions {
    if (max < 0) {
      throw new IllegalArgumentException("redirects cannot be fewer than 0: " + max);
    }
  }

  /// With no redirect after which a POST stays one.
  public RedirectOptions(boolean follow, int max, boolean allowHttpsToHttp) {
    this(follow, max, allowHttpsToHttp, KeepPost.NONE);
  }

  public RedirectOptions withKeepPost(KeepPost value) {
    return new RedirectOptions(follow, max, allowHttpsToHttp, value);
  }
}
