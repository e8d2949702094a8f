package org.sluice.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sluice.app.settings.DataFolder;
import org.sluice.engine.download.Downloads;
import org.sluice.engine.download.DownloadsOptions;
import org.sluice.engine.instance.Instance;
import org.sluice.engine.instance.InstanceException;

/// The list of downloads for a command: that of this process, or that of the process which has it
/// open already, to which the command is handed over.
final class ListAccess {
  /// What a command does with the list.
  @FunctionalInterface
  interface Work {
    /// @return the exit code
    int run(OpenList list) throws InterruptedException;
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
      return work.run(new OpenList(served.list(), new Door(), true));
    }
    Handover handover = new Handover(caller);
    try {
      while (true) {
        switch (Instance.claim(folder)) {
          case Instance.First first -> {
            return runHere(work, first);
          }
          case Instance.Second second -> {
            Integer code = handover.offer(second.client());
            if (code != null) {
              return code;
            }
          }
        }
      }
    } catch (InstanceException e) {
      caller.complain(e.sentence());
      return ExitCode.LIST.number();
    }
  }

  /// The list is closed before the folder is given back.
  private int runHere(Work work, Instance.First first) throws InterruptedException {
    try (var lock = first.lock();
        Downloads list = Downloads.open(tuning.apply(DownloadsOptions.in(folder)))) {
      Door door = new Door();
      lock.serve(new CommandServer(list, door));
      return work.run(new OpenList(list, door, true));
    } catch (IOException e) {
      caller.complain("The list of downloads cannot be used: " + e.getMessage());
      return ExitCode.LIST.number();
    }
  }
}
