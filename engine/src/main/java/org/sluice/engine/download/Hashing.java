package org.sluice.engine.download;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.checksum.OrderedDigest;
import org.sluice.engine.checksum.PieceCheck;
import org.sluice.engine.disk.DiskAnswer;
import org.sluice.engine.disk.DiskFailure;
import org.sluice.engine.disk.PartFile;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.PieceHashes;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

/// Hashes a file while it grows, as far as it has no gap, and the rest when it is complete: read
/// back on the disk's thread, so that the loop never computes.
///
/// **Threads**: confined to the loop, but for the digest and the pieces, which one scan at a time
/// uses.
final class Hashing {
  /// Less than this is not worth a scan while more comes.
  private static final long WORTH_BYTES = 8L << 20;

  /// What comes of it.
  interface Listener {
    /// @param broken pieces of the file; empty if all are right, or nothing is known of them
    void hashed(List<Checksum> computed, Spans broken);

    void unreadable(DiskFailure failure);
  }

  private final PartFile part;
  private final OrderedDigest digest;
  private final Set<Checksum.Algorithm> algorithms;
  private final @Nullable PieceHashes known;
  private final @Nullable PieceCheck pieces;
  private final Listener listener;
  private volatile long hashedTo;
  private volatile boolean stopped;
  private boolean scanning;
  private long length = -1;

  /// @param pieces to be checked on the way, if they are of a file of this length; null for none
  /// @param fileLength -1 if unknown
  Hashing(
      PartFile part,
      Set<Checksum.Algorithm> algorithms,
      @Nullable PieceHashes pieces,
      long fileLength,
      Listener listener) {
    this.part = part;
    this.algorithms = Set.copyOf(algorithms);
    this.listener = listener;
    known = pieces;
    this.pieces =
        pieces != null && pieces.fits(fileLength) ? new PieceCheck(pieces, fileLength) : null;
    digest = new OrderedDigest(algorithms);
  }

  /// Whether it tells all that is wanted now.
  boolean covers(Set<Checksum.Algorithm> wanted, @Nullable PieceHashes wantedPieces) {
    return algorithms.containsAll(wanted) && Objects.equals(known, wantedPieces);
  }

  /// Bytes that are hashed.
  long hashedTo() {
    return hashedTo;
  }

  /// So much is there without a gap.
  void grown(long prefix) {
    if (!scanning && prefix - hashedTo >= WORTH_BYTES) {
      scan(prefix);
    }
  }

  /// The file is complete: hash the rest, then tell.
  void complete(long fileLength) {
    length = fileLength;
    if (!scanning) {
      next();
    }
  }

  /// Nobody wants to know any more.
  void stop() {
    stopped = true;
  }

  private void next() {
    if (stopped || length < 0) {
      return;
    }
    if (hashedTo == length) {
      listener.hashed(digest.finish(length), pieces == null ? Spans.EMPTY : pieces.broken());
    } else {
      scan(length);
    }
  }

  private void scan(long to) {
    scanning = true;
    part.scan(new Span(hashedTo, to), this::show, this::scanned);
  }

  private boolean show(long position, ByteBuffer piece) {
    if (pieces != null) {
      pieces.feed(position, piece.duplicate());
    }
    digest.feed(position, piece);
    hashedTo = digest.hashedTo();
    return !stopped;
  }

  private void scanned(DiskAnswer<Long> answer) {
    scanning = false;
    switch (answer) {
      case DiskAnswer.Done<Long> _ -> next();
      case DiskAnswer.Failed<Long>(DiskFailure failure) -> {
        if (!stopped) {
          listener.unreadable(failure);
        }
      }
    }
  }
}
