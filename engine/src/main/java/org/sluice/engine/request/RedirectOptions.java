package org.sluice.engine.request;

/// Which redirects a transfer follows.
///
/// @param follow whether any are followed (`CURLOPT_FOLLOWLOCATION`)
/// @param max how many at most (`CURLOPT_MAXREDIRS`)
/// @param allowHttpsToHttp whether one may leave TLS; off, as everything would be readable on the
///   way
public record RedirectOptions(boolean follow, int max, boolean allowHttpsToHttp) {
  public static final int DEFAULT_MAX = 30;
  public static final RedirectOptions DEFAULT = new RedirectOptions(true, DEFAULT_MAX, false);

  public RedirectOptions {
    if (max < 0) {
      throw new IllegalArgumentException("redirects cannot be fewer than 0: " + max);
    }
  }
}
