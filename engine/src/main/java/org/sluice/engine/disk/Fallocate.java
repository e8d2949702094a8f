package org.sluice.engine.disk;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/// Takes the room of a file at once, without writing it.
///
/// **Threads**: any; may wait for the disk.
///
/// **Limits**: Linux on x86-64 and arm64, where this program may call native code.
///
/// **Source**: fallocate(2), open(2).
final class Fallocate {
  /// After each of these it is asked whether to go on.
  private static final long STEP_BYTES = 4L << 30;

  private static final int ENOSPC = 28;
  private static final int EDQUOT = 122;
  private static final int EFBIG = 27;
  private static final String ARCHITECTURE = System.getProperty("os.arch", "");

  private Fallocate() {}

  /// Takes the room of the first `length` bytes.
  ///
  /// @return false if that is not possible here; nothing has happened then
  /// @throws IOException if there is not so much room
  static boolean take(Path file, long length, BooleanSupplier cancelled) throws IOException {
    if (!NativeAccess.LINUX || noFollow() == 0) {
      return false;
    }
    try (Arena arena = Arena.ofConfined()) {
      return takeNative(arena, file, length, cancelled);
    }
  }

  private static boolean takeNative(Arena arena, Path file, long length, BooleanSupplier cancelled)
      throws IOException {
    MemorySegment state = arena.allocate(Library.STATE);
    int fd = open(state, arena.allocateFrom(file.toString()));
    if (fd < 0) {
      return false; // a name that is not in the encoding of the C library, for one
    }
    try {
      for (long at = 0; at < length && !cancelled.getAsBoolean(); at += STEP_BYTES) {
        int errno = fallocate(state, fd, at, Math.min(STEP_BYTES, length - at));
        if (errno == ENOSPC || errno == EDQUOT || errno == EFBIG) {
          throw new FileSystemException(file.toString(), null, ErrnoText.of(errno));
        }
        if (errno != 0) {
          return false;
        }
      }
      return true;
    } finally {
      close(fd);
    }
  }

  /// O_NOFOLLOW, which is not the same everywhere; 0 if unknown.
  private static int noFollow() {
    return switch (ARCHITECTURE) {
      case "amd64", "x86_64" -> 0x20000;
      case "aarch64" -> 0x8000;
      default -> 0;
    };
  }

  private static int open(MemorySegment state, MemorySegment path) {
    int writeOnlyCloseOnExec = 0x80001;
    try {
      return (int) Library.OPEN.invokeExact(state, path, writeOnlyCloseOnExec | noFollow());
    } catch (Throwable e) {
      throw new IllegalStateException("open(2) could not be called", e);
    }
  }

  /// The error number, 0 for none.
  private static int fallocate(MemorySegment state, int fd, long at, long length) {
    try {
      int result = (int) Library.FALLOCATE.invokeExact(state, fd, 0, at, length);
      return result == 0 ? 0 : (int) Library.ERRNO.get(state, 0L);
    } catch (Throwable e) {
      throw new IllegalStateException("fallocate(2) could not be called", e);
    }
  }

  private static void close(int fd) {
    try {
      int ignored = (int) Library.CLOSE.invokeExact(fd); // nothing was written through it
    } catch (Throwable e) {
      throw new IllegalStateException("close(2) could not be called", e);
    }
  }

  /// Made at the first use.
  private static final class Library {
    static final StructLayout STATE = Linker.Option.captureStateLayout();
    static final VarHandle ERRNO = STATE.varHandle(PathElement.groupElement("errno"));
    private static final Linker.Option KEEP_ERRNO = Linker.Option.captureCallState("errno");

    static final MethodHandle OPEN =
        NativeAccess.call(
            "open",
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
            KEEP_ERRNO,
            Linker.Option.firstVariadicArg(2));
    static final MethodHandle FALLOCATE =
        NativeAccess.call(
            "fallocate",
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG),
            KEEP_ERRNO);
    static final MethodHandle CLOSE =
        NativeAccess.call(
            "close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

    private Library() {}
  }
}
