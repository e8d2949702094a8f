package org.sluice.engine.disk;

/// What the disk side may use.
///
/// @param bufferBytes all that is on its way to the disk, in all files together
/// @param pieceBytes of one buffer, and the most that one write takes
/// @param writers threads that write
public record DiskLimits(long bufferBytes, int pieceBytes, int writers) {
  public static final long DEFAULT_BUFFER_BYTES = 32L << 20;
  public static final int DEFAULT_PIECE_BYTES = 256 << 10;
  public static final int DEFAULT_WRITERS = 1;

  /// Fewer pieces than this are no pool: half of them is what one file gets.
  public static final int FEWEST_PIECES = 8;

  public static final DiskLimits DEFAULT =
      new DiskLimits(DEFAULT_BUFFER_BYTES, DEFAULT_PIECE_BYTES, DEFAULT_WRITERS);

  public DiskLimits {
    if (pieceBytes < 1 || bufferBytes / pieceBytes < FEWEST_PIECES) {
      throw new IllegalArgumentException(
          bufferBytes + " bytes are not " + FEWEST_PIECES + " pieces of " + pieceBytes);
    }
    if (bufferBytes / pieceBytes > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("too many pieces: " + bufferBytes / pieceBytes);
    }
    if (writers < 1) {
      throw new IllegalArgumentException("somebody has to write: " + writers);
    }
  }

  /// How many buffers there are at most.
  public int pieces() {
    return (int) (bufferBytes / pieceBytes);
  }

  /// How many of them one file gets at most, so that a slow disk leaves some to the others.
  public int piecesOfOneFile() {
    return pieces() / 2;
  }

  /// The largest chunk that is taken at once.
  public int largestChunkBytes() {
    return (piecesOfOneFile() - 1) * pieceBytes;
  }
}
