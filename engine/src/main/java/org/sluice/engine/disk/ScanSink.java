package org.sluice.engine.disk;

import java.nio.ByteBuffer;

/// Is shown a file piece by piece.
///
/// **Threads**: one of the disk's; never two at a time.
@FunctionalInterface
public interface ScanSink {
  /// @param position of the first byte in the file
  /// @param piece to be read; another's afterwards
  /// @return false to stop
  boolean show(long position, ByteBuffer piece);
}
