package org.sluice.engine.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.FileWish.Preallocation;

/// An open part file.
///
/// **Threads**: one may write while another forces and a third reads. Every call may wait for the
/// disk.
///
/// **Units**: bytes from the start of the file.
public interface PartChannel extends Closeable {
  /// By which the file is known again; null where the file system has nothing of the kind.
  @Nullable String key();

  /// Writes some of `bytes`, or all.
  ///
  /// @return how many; never less than 1 if there were any
  int write(ByteBuffer bytes, long position) throws IOException;

  /// Reads some bytes.
  ///
  /// @return how many; -1 behind the end of the file
  int read(ByteBuffer into, long position) throws IOException;

  /// Returns when what was written before is where a power cut does not reach it.
  void force() throws IOException;

  long size() throws IOException;

  /// Cuts the file off behind `size`; nothing if it is not longer.
  void truncate(long size) throws IOException;

  /// Gives an empty file its length before it is filled; nothing for [Preallocation#NONE].
  ///
  /// @param cancelled looked at now and then; the file is left as it is when it says true
  /// @throws IOException also if there is not so much room, for [Preallocation#FULL]
  void preallocate(Preallocation how, long length, BooleanSupplier cancelled) throws IOException;
}
