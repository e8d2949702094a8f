package org.sluice.engine.item;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the user asks for when a download is added.
///
/// @param sources one address, or several of the same file
/// @param checksums what the file must hash to; empty if nothing is known
/// @param queue name of the queue
/// @param priority within the queue: higher goes first, 0 is normal
/// @param startPaused whether it waits for the user
/// @param pieces what the pieces of the file must hash to, by which a broken one is found; null if
///   nothing is known
public record DownloadRequest(
    List<Source> sources,
    FileWish file,
    FetchWish fetch,
    List<Checksum> checksums,
    String queue,
    int priority,
    boolean startPaused,
    @Nullable PieceHashes pieces) {
  /// The queue that is always there.
  public static final String MAIN_QUEUE = "main";

  public DownloadRequest {
    sources = List.copyOf(sources);
    checksums = List.copyOf(checksums);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("a download needs an address");
    }
    if (queue.isBlank()) {
      throw new IllegalArgumentException("a queue needs a name");
    }
    if (pieces != null && !pieces.canBeKept()) {
      throw new IllegalArgumentException(pieces.count() + " pieces are too many to be kept");
    }
  }

  /// One of whose pieces nothing is known.
  public DownloadRequest(
      List<Source> sources,
      FileWish file,
      FetchWish fetch,
      List<Checksum> checksums,
      String queue,
      int priority,
      boolean startPaused) {
    this(sources, file, fetch, checksums, queue, priority, startPaused, null);
  }

  /// A plain download of `url`.
  public static DownloadRequest of(String url, FileWish file) {
    return new DownloadRequest(
        List.of(Source.of(url)), file, FetchWish.DEFAULT, List.of(), MAIN_QUEUE, 0, false);
  }

  public DownloadRequest fetch(FetchWish value) {
    return new DownloadRequest(
        sources, file, value, checksums, queue, priority, startPaused, pieces);
  }

  public DownloadRequest file(FileWish value) {
    return new DownloadRequest(
        sources, value, fetch, checksums, queue, priority, startPaused, pieces);
  }

  public DownloadRequest sources(List<Source> value) {
    return new DownloadRequest(value, file, fetch, checksums, queue, priority, startPaused, pieces);
  }

  public DownloadRequest checksums(List<Checksum> value) {
    return new DownloadRequest(sources, file, fetch, value, queue, priority, startPaused, pieces);
  }

  public DownloadRequest queue(String value) {
    return new DownloadRequest(
        sources, file, fetch, checksums, value, priority, startPaused, pieces);
  }

  public DownloadRequest priority(int value) {
    return new DownloadRequest(sources, file, fetch, checksums, queue, value, startPaused, pieces);
  }

  public DownloadRequest startPaused(boolean value) {
    return new DownloadRequest(sources, file, fetch, checksums, queue, priority, value, pieces);
  }

  /// @throws IllegalArgumentException if they are too many, see [PieceHashes#canBeKept]
  public DownloadRequest pieces(@Nullable PieceHashes value) {
    return new DownloadRequest(
        sources, file, fetch, checksums, queue, priority, startPaused, value);
  }
}
