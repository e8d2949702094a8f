package org.sluice.app.desktop;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.CountDownLatch;

/// Keeps Windows awake: what a thread asks for holds as long as that thread lives.
///
/// **Source**: Windows, `SetThreadExecutionState`.
final class WindowsAwake implements AutoCloseable {
  private static final int ES_CONTINUOUS = 0x8000_0000;
  private static final int ES_SYSTEM_REQUIRED = 0x0000_0001;

  private final CountDownLatch done = new CountDownLatch(1);

  private WindowsAwake(MethodHandle call) {
    Thread.ofPlatform().daemon().name("sluice-awake").start(() -> hold(call));
  }

  /// @throws IOException if this system has no such call
  @SuppressWarnings("restricted") // the launcher lets this module call
  static WindowsAwake begin() throws IOException {
    try {
      MethodHandle call =
          Linker.nativeLinker()
              .downcallHandle(
                  SymbolLookup.libraryLookup("kernel32", Arena.global())
                      .findOrThrow("SetThreadExecutionState"),
                  FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
      return new WindowsAwake(call);
    } catch (RuntimeException e) {
      throw new IOException("SetThreadExecutionState cannot be called", e);
    }
  }

  private void hold(MethodHandle call) {
    try {
      int before = (int) call.invokeExact(ES_CONTINUOUS | ES_SYSTEM_REQUIRED);
      if (before == 0) {
        throw new IllegalStateException("SetThreadExecutionState refused");
      }
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Throwable e) {
      System.getLogger(WindowsAwake.class.getName())
          .log(System.Logger.Level.WARNING, "Windows is not kept awake", e);
    }
  }

  @Override
  public void close() {
    done.countDown();
  }
}
