package org.sluice.engine.checksum;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.Checksum.Algorithm;
import org.sluice.engine.range.Span;

/// The hashes of a file that comes in pieces: what comes in order is hashed on the way, the rest is
/// read from the file later.
///
/// A hash that is half done cannot be stored. After a restart a new one begins at byte 0 and reads
/// what is there.
///
/// **Threads**: one at a time.
public final class OrderedDigest {
  private final Digests digests;
  private long hashedTo;

  public OrderedDigest(Set<Algorithm> algorithms) {
    digests = new Digests(algorithms);
  }

  /// Bytes from the start of the file that are hashed.
  public long hashedTo() {
    return hashedTo;
  }

  /// Takes bytes of the file, in any order; takes all of the buffer.
  ///
  /// @param offset of the first of them
  /// @return whether they are hashed now; if not, [#nextToRead] will name them
  public boolean feed(long offset, ByteBuffer bytes) {
    long end = Math.addExact(offset, bytes.remaining());
    if (offset > hashedTo) {
      bytes.position(bytes.limit());
      return false;
    }
    if (end <= hashedTo) {
      bytes.position(bytes.limit());
      return true;
    }
    bytes.position(bytes.position() + Math.toIntExact(hashedTo - offset));
    digests.update(bytes);
    hashedTo = end;
    return true;
  }

  /// What is to be read from the file next and given to [#feed].
  ///
  /// @param have bytes from the start of the file that are there: its length at last, less while it
  ///   still comes
  /// @param mostBytes of one read
  /// @return null if all that is there is hashed
  public @Nullable Span nextToRead(long have, int mostBytes) {
    if (mostBytes < 1) {
      throw new IllegalArgumentException("nothing can be read " + mostBytes + " bytes at a time");
    }
    return hashedTo >= have ? null : new Span(hashedTo, Math.min(have, hashedTo + mostBytes));
  }

  /// The hashes of the file; the digest is used up then.
  ///
  /// @throws IllegalStateException if not all of it is hashed yet
  public List<Checksum> finish(long length) {
    if (hashedTo != length) {
      throw new IllegalStateException(hashedTo + " of " + length + " bytes are hashed");
    }
    return digests.finish();
  }
}
