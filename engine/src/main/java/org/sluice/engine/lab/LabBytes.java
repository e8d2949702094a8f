package org.sluice.engine.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/// The generated bodies of the lab: an endless row of bytes in which each is a function of its
/// offset.
///
/// Any range can be made and checked without the rest, no two stretches are alike, and it does not
/// compress. Word number w (eight bytes, little endian) is the SplitMix64 mix of w.
///
/// **Threads** no state, any thread. **Units** offsets and sizes in bytes.
public final class LabBytes {
  /// Where the bytes begin that a changed file has instead of those from 0 on.
  public static final long OTHER_FILE = 1L << 50;

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int CHECK_BLOCK_BYTES = 64 * 1024;

  private LabBytes() {}

  /// The byte at an offset.
  public static byte at(long offset) {
    if (offset < 0) {
      throw new IllegalArgumentException("offset " + offset);
    }
    return (byte) (word(offset >>> 3) >>> ((offset & 7) << 3));
  }

  /// Fills a whole array with the bytes from an offset on.
  public static void fill(byte[] target, long offset) {
    fill(target, 0, target.length, offset);
  }

  /// Fills `length` bytes of an array, from index `start`, with the bytes from an offset on.
  public static void fill(byte[] target, int start, int length, long offset) {
    Objects.checkFromIndexSize(start, length, target.length);
    int index = start;
    int end = start + length;
    long position = offset;
    while (index < end && (position & 7) != 0) {
      target[index++] = at(position++);
    }
    while (end - index >= Long.BYTES) {
      WORD.set(target, index, word(position >>> 3));
      index += Long.BYTES;
      position += Long.BYTES;
    }
    while (index < end) {
      target[index++] = at(position++);
    }
  }

  /// The offset of the first byte of a stream that is not the lab's, or -1 when all are right.
  ///
  /// The stream is read to its end; `offset` is the offset of its first byte.
  public static long firstDifference(InputStream in, long offset) throws IOException {
    byte[] found = new byte[CHECK_BLOCK_BYTES];
    byte[] wanted = new byte[CHECK_BLOCK_BYTES];
    long position = offset;
    int count;
    while ((count = in.readNBytes(found, 0, found.length)) > 0) {
      fill(wanted, 0, count, position);
      int difference = Arrays.mismatch(found, 0, count, wanted, 0, count);
      if (difference >= 0) {
        return position + difference;
      }
      position += count;
    }
    return -1;
  }

  /// The offset of the first byte of a file that is not the lab's, or -1 when the file is exactly
  /// the first `length` bytes; a file that is too short or too long differs where it should end or
  /// does end.
  ///
  /// @throws UncheckedIOException when the file cannot be read
  public static long firstDifference(Path file, long length) {
    try (InputStream in = Files.newInputStream(file)) {
      long difference = firstDifference(in, 0);
      long size = Files.size(file);
      long shorter = Math.min(size, length);
      if (difference >= 0 && difference < shorter) {
        return difference;
      }
      return size == length ? -1 : shorter;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long word(long number) {
    long mixed = (number + 1) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
