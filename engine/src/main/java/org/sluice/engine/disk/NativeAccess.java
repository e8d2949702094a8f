package org.sluice.engine.disk;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Locale;

/// Calls of the C library, where the program was started with leave to make them; all of them can
/// be done without.
///
/// **Threads**: stateless.
final class NativeAccess {
  /// Asking first keeps the virtual machine from warning about it.
  private static final boolean ALLOWED = NativeAccess.class.getModule().isNativeAccessEnabled();

  private static final String SYSTEM = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);

  static final boolean LINUX = ALLOWED && SYSTEM.equals("linux");
  static final boolean MAC = ALLOWED && SYSTEM.startsWith("mac");

  private NativeAccess() {}

  /// @throws java.util.NoSuchElementException if the C library has no such function
  @SuppressWarnings("restricted") // allowed, or nobody comes here
  static MethodHandle call(
      String function, FunctionDescriptor descriptor, Linker.Option... options) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(function), descriptor, options);
  }

  /// The text at an address that a function has returned.
  @SuppressWarnings("restricted") // as above
  static String text(MemorySegment address, int longestBytes) {
    return address.equals(MemorySegment.NULL) ? "" : address.reinterpret(longestBytes).getString(0);
  }
}
