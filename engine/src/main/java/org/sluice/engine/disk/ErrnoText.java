package org.sluice.engine.disk;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The C library's texts for error numbers in the language of the process, which are what the
/// messages of an [java.io.IOException] are made of.
///
/// **Threads**: any.
///
/// **Limits**: Linux, where this program may call native code; nothing elsewhere.
final class ErrnoText {
  private static final int LONGEST_BYTES = 1024;
  private static final Map<Integer, String> TEXTS = new ConcurrentHashMap<>();

  private ErrnoText() {}

  /// The text, or null where it cannot be asked for.
  static @Nullable String of(int errno) {
    if (!NativeAccess.LINUX) {
      return null;
    }
    String text = TEXTS.computeIfAbsent(errno, ErrnoText::ask);
    return text.isEmpty() ? null : text;
  }

  private static String ask(int errno) {
    try {
      MemorySegment text = (MemorySegment) Library.STRERROR.invokeExact(errno);
      return NativeAccess.text(text, LONGEST_BYTES);
    } catch (Throwable e) { // what a method handle declares; it is one question the less
      return "";
    }
  }

  /// Made at the first question.
  private static final class Library {
    static final MethodHandle STRERROR =
        NativeAccess.call(
            "strerror", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT));

    private Library() {}
  }
}
