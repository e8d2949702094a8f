package org.sluice.engine.download;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.sluice.engine.checksum.OrderedDigest;
import org.sluice.engine.disk.DiskAnswer;
import org.sluice.engine.disk.DiskFailure;
import org.sluice.engine.disk.PartFile;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.range.Span;

/// Hashes a file while it grows, as far as it has no gap, and the rest when it is complete: read
/// back on the disk's thread, so that the loop never computes.
///
/// **Threads**: confined to the loop, but for the digest, which one scan at a time uses.
final class Hashing {
  /// Less than this is not worth a scan while more comes.
  private static final long WORTH_BYTES = 8L << 20;

  /// What comes of it.
  interface Listener {
    void hashed(List<Checksum> computed);

    void unreadable(DiskFailure failure);
  }

  private final PartFile part;
  private final OrderedDigest digest;
  private final Listener listener;
  private volatile long hashedTo;
  private volatile boolean stopped;
  private boolean scanning;
  private long length = -1;

  Hashing(PartFile part, Set<Checksum.Algorithm> algorithms, Listener listener) {
    this.part = part;
    this.listener = listener;
    digest = new OrderedDigest(algorithms);
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
      listener.hashed(digest.finish(length));
    } else {
      scan(length);
    }
  }

  private void scan(long to) {
    scanning = true;
    part.scan(new Span(hashedTo, to), this::show, this::scanned);
  }

  private boolean show(long position, ByteBuffer piece) {
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
