package org.sluice.engine.cookie;

/// What cookies may cost.
///
/// **Source**: RFC 6265bis, 5.6 and 6.1; curl's limits.
///
/// @param perHost kept for one domain; the one that was set first goes
/// @param inAll kept
/// @param pairBytes of a name and its value together
/// @param lineBytes of one Set-Cookie field
/// @param perAnswer taken from one answer
/// @param sentCookies in one request
/// @param sentBytes of one Cookie field
/// @param longestSeconds how long any cookie lives
public record CookieLimits(
    int perHost,
    int inAll,
    int pairBytes,
    int lineBytes,
    int perAnswer,
    int sentCookies,
    int sentBytes,
    long longestSeconds) {
  public static final CookieLimits DEFAULT =
      new CookieLimits(180, 3_000, 4_096, 5_000, 50, 150, 8_190, 400L * 24 * 3_600);

  public CookieLimits {
    if (perHost < 1 || inAll < perHost || pairBytes < 1 || lineBytes < pairBytes) {
      throw new IllegalArgumentException("limits of cookies that contradict each other");
    }
  }
}
