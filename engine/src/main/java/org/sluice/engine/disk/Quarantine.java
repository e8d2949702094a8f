package org.sluice.engine.disk;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;

/// The mark of macOS: an extended attribute that Java's own view cannot write, since it puts a
/// prefix before every name.
///
/// **Threads**: any; may wait for the disk.
///
/// **Limits**: macOS, where this program may call native code.
///
/// **Source**: setxattr(2).
final class Quarantine {
  static final String NAME = "com.apple.quarantine";
  private static final int NO_FOLLOW = 1;

  private Quarantine() {}

  /// What the attribute says: flags of a downloaded file, when, by whom.
  static String value(Instant at) {
    return String.format("0081;%08x;Sluice;", at.getEpochSecond());
  }

  static void mark(Path file, Instant at) throws IOException {
    byte[] value = value(at).getBytes(StandardCharsets.UTF_8);
    try (Arena arena = Arena.ofConfined()) {
      int result =
          set(
              arena.allocateFrom(file.toString()),
              arena.allocateFrom(NAME),
              arena.allocateFrom(ValueLayout.JAVA_BYTE, value));
      if (result != 0) {
        throw new FileSystemException(file.toString(), null, "the attribute could not be set");
      }
    }
  }

  private static int set(MemorySegment path, MemorySegment name, MemorySegment value) {
    try {
      return (int) Library.SETXATTR.invokeExact(path, name, value, value.byteSize(), 0, NO_FOLLOW);
    } catch (Throwable e) {
      throw new IllegalStateException("setxattr(2) could not be called", e);
    }
  }

  /// Made at the first use.
  private static final class Library {
    static final MethodHandle SETXATTR =
        NativeAccess.call(
            "setxattr",
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT));

    private Library() {}
  }
}
