package org.sluice.app.main;

import java.io.IOException;
import java.nio.file.Path;
import org.sluice.app.monitor.LiveEngine;
import org.sluice.engine.download.DownloadsOptions;
import org.sluice.engine.instance.Instance;
import org.sluice.engine.instance.InstanceClient;
import org.sluice.engine.instance.InstanceException;
import org.sluice.engine.instance.InstanceLock;

/// What this process is to the user's list of downloads.
sealed interface DataHome {
  /// The list is open here, and what other processes want comes in by `lock`.
  record Mine(InstanceLock lock, LiveEngine engine) implements DataHome, AutoCloseable {
    /// The list is closed before the folder is given back.
    @Override
    public void close() {
      engine.close();
      lock.close();
    }
  }

  /// Another process has it open.
  record Taken(InstanceClient other) implements DataHome {}

  /// Opens the list in `folder`, unless another process has.
  ///
  /// @throws IOException if it cannot be used; the message is a sentence
  static DataHome open(Path folder) throws IOException {
    try {
      return switch (Instance.claim(folder)) {
        case Instance.Second second -> new Taken(second.client());
        case Instance.First first -> {
          try {
            yield new Mine(first.lock(), LiveEngine.open(DownloadsOptions.in(folder)));
          } catch (IOException | RuntimeException e) {
            first.lock().close();
            throw e;
          }
        }
      };
    } catch (InstanceException e) {
      throw new IOException(e.sentence(), e);
    }
  }
}
