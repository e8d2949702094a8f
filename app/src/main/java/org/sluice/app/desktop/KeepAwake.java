package org.sluice.app.desktop;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.queue.AfterFinishCommand.Os;

/// Keeps the computer from going to sleep by itself while that is wanted.
///
/// It ends with this process, however that ends: the helper's input is then closed, or it watches this
/// process.
///
/// **Threads**: the worker's.
final class KeepAwake implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(KeepAwake.class.getName());

  private final Os os;
  private final List<String> command;
  private @Nullable Process helper;
  private @Nullable WindowsAwake windows;
  private boolean impossible;

  KeepAwake(Os os, List<String> command) {
    this.os = os;
    this.command = List.copyOf(command);
  }

  /// Begins or ends it.
  void wanted(boolean awake) {
    if (!awake) {
      close();
    } else if (!impossible && !isOn()) {
      begin();
    }
  }

  boolean isOn() {
    return windows != null || (helper != null && helper.isAlive());
  }

  private void begin() {
    try {
      if (os == Os.WINDOWS) {
        windows = WindowsAwake.begin();
      } else if (command.isEmpty()) {
        impossible = true;
      } else {
        helper = DesktopPrograms.start(command, ProcessBuilder.Redirect.DISCARD);
      }
    } catch (IOException e) {
      impossible = true;
      LOG.log(System.Logger.Level.DEBUG, "the computer cannot be kept awake", e);
    }
  }

  @Override
  public void close() {
    Process running = helper;
    helper = null;
    if (running != null) {
      try {
        running.getOutputStream().close(); // the helper ends with its input
      } catch (IOException e) {
        LOG.log(System.Logger.Level.DEBUG, "it was gone already", e);
      }
      running.destroy();
    }
    WindowsAwake call = windows;
    windows = null;
    if (call != null) {
      call.close();
    }
  }
}
