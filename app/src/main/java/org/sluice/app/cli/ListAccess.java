package org.sluice.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sluice.app.settings.DataFolder;
import org.sluice.engine.download.Downloads;
import org.sluice.engine.download.DownloadsOptions;

/// The list of downloads for a command: that of this process, or that of the process which has it
/// open already.
final class ListAccess {
  /// What a command does with the list.
  @FunctionalInterface
  interface Work {
    /// @return the exit code
    int run(Downloads list) throws InterruptedException;
  }

  private final Path folder;
  private final Caller caller;
  private ListTuning tuning = ListTuning.DEFAULT;

  /// @param dataFolder as given; null for the usual one
  ListAccess(@Nullable Path dataFolder, Caller caller) {
    this.caller = caller;
    folder = DataFolder.ofThisSystem(dataFolder == null ? null : caller.absolute(dataFolder));
  }

  /// With this instead of the defaults.
  ListAccess tuned(ListTuning value) {
    tuning = value;
    return this;
  }

  /// Looks at the list; one that is not there is empty, and is not made.
  int read(Work work) throws InterruptedException {
    if (caller.served() == null && !Files.isDirectory(folder)) {
      return 0;
    }
    return change(work);
  }

  /// Does something with the list, which is made if it is not there.
  int change(Work work) throws InterruptedException {
    Served served = caller.served();
    if (served != null) {
      return work.run(served.list());
    }
    try (Downloads list = Downloads.open(tuning.apply(DownloadsOptions.in(folder)))) {
      return work.run(list);
    } catch (IOException e) {
      caller.complain("The list of downloads cannot be used: " + e.getMessage());
      return ExitCode.LIST.number();
    }
  }
}
