package org.sluice.engine.item;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.Headers;

/// How a download is fetched.
///
/// @param headers to send besides the engine's own
/// @param user `name:password` for the origin of the first address only; null for none
/// @param proxy address of a proxy; null for none
/// @param caFile PEM file with the only authorities to trust; null for those of the system
/// @param maxSegments how many connections at most; 1 for a plain download. There are more than one only
///   where each of them makes it faster
/// @param inOrder whether the file is filled from its start on, to look into it early
/// @param limitBytesPerSecond of this download; 0 for none
public record FetchWish(
    Headers headers,
    @Nullable String user,
    @Nullable String proxy,
    @Nullable Path caFile,
    int maxSegments,
    boolean inOrder,
    long limitBytesPerSecond) {
  public static final int DEFAULT_SEGMENTS = 8;
  public static final int MOST_SEGMENTS = 32;

  public static final FetchWish DEFAULT =
      new FetchWish(Headers.EMPTY, null, null, null, DEFAULT_SEGMENTS, false, 0);

  public FetchWish {
    if (maxSegments < 1 || maxSegments > MOST_SEGMENTS) {
      throw new IllegalArgumentException(
          "segments are 1 to " + MOST_SEGMENTS + ", not " + maxSegments);
    }
    if (limitBytesPerSecond < 0) {
      throw new IllegalArgumentException("a limit cannot be negative: " + limitBytesPerSecond);
    }
  }

  public FetchWish headers(Headers value) {
    return new FetchWish(value, user, proxy, caFile, maxSegments, inOrder, limitBytesPerSecond);
  }

  public FetchWish user(@Nullable String value) {
    return new FetchWish(headers, value, proxy, caFile, maxSegments, inOrder, limitBytesPerSecond);
  }

  public FetchWish proxy(@Nullable String value) {
    return new FetchWish(headers, user, value, caFile, maxSegments, inOrder, limitBytesPerSecond);
  }

  public FetchWish caFile(@Nullable Path value) {
    return new FetchWish(headers, user, proxy, value, maxSegments, inOrder, limitBytesPerSecond);
  }

  public FetchWish maxSegments(int value) {
    return new FetchWish(headers, user, proxy, caFile, value, inOrder, limitBytesPerSecond);
  }

  public FetchWish inOrder(boolean value) {
    return new FetchWish(headers, user, proxy, caFile, maxSegments, value, limitBytesPerSecond);
  }

  public FetchWish limitBytesPerSecond(long value) {
    return new FetchWish(headers, user, proxy, caFile, maxSegments, inOrder, value);
  }

  /// Says no secret.
  @Override
  public String toString() {
    return "FetchWish[" + headers.fields().size() + " headers, " + maxSegments + " segments]";
  }
}
