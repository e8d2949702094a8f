package org.sluice.engine.instance;

import java.io.IOException;
import java.nio.file.Path;
import org.sluice.engine.claim.FileClaim;
import org.sluice.engine.instance.InstanceException.Kind;

/// What this process is to a data folder.
public sealed interface Instance {
  /// The longest request, and the longest answer.
  int MOST_MESSAGE_BYTES = 4 << 20;

  /// The one that works in the folder, until it closes `lock` or dies.
  record First(InstanceLock lock) implements Instance {}

  /// One that came later; `client` talks to the first.
  record Second(InstanceClient client) implements Instance {}

  /// Claims `folder`, which is made if it is not there.
  ///
  /// A process that was killed leaves nothing that stands in the way.
  ///
  /// @throws InstanceException if it cannot be told, because the folder cannot be written
  static Instance claim(Path folder) throws InstanceException {
    try {
      ControlFiles files = ControlFiles.of(folder);
      FileClaim claim = FileClaim.take(files.lock());
      return claim == null
          ? new Second(new InstanceClient(files))
          : new First(InstanceLock.listen(files, claim));
    } catch (IOException e) {
      throw new InstanceException(
          Kind.NO_ACCESS,
          "The data folder "
              + folder
              + " cannot be used ("
              + e.getClass().getSimpleName()
              + "). Correct its permissions, or use another one.",
          e);
    }
  }
}
