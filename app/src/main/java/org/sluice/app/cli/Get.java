package org.sluice.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sluice.app.cli.ListRun.RunRules;

/// Runs `get` from its options to its exit code.
final class Get {
  private final GetOptions options;
  private final Caller caller;

  /// @param options to which there is no objection
  Get(GetOptions options, Caller caller) {
    this.options = options;
    this.caller = caller;
  }

  /// @return the exit code
  int run() throws InterruptedException {
    Path list = options.wanted().list();
    try (WantedFiles wanted =
        WantedFiles.of(options.wanted(), list == null ? null : caller.absolute(list))) {
      return isOfLab(wanted) ? lab(wanted) : usual(wanted);
    } catch (IOException e) {
      caller.complain("the list " + list + " cannot be read: " + e);
      return CommandLineMain.USAGE;
    }
  }

  /// What cannot be read will be said when it is needed.
  private static boolean isOfLab(WantedFiles wanted) {
    try {
      Wanted first = wanted.peek();
      return first != null && LabAddresses.isOne(first.url());
    } catch (IOException e) {
      return false;
    }
  }

  private int usual(WantedFiles wanted) throws InterruptedException {
    return access(options.running().dataFolder(), caller)
        .change(list -> work(list, wanted, null, caller));
  }

  /// The lab ends with the process, so its downloads stand in a list that ends with it too.
  private int lab(WantedFiles wanted) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("sluice-lab");
    Caller alone = new Caller(caller.args(), caller.folder(), caller.out(), caller.err(), null);
    try (LabAddresses lab = new LabAddresses()) {
      return access(folder, alone)
          .change(
              list -> work(new OpenList(list.downloads(), list.door(), false), wanted, lab, alone));
    } finally {
      Folders.delete(folder);
    }
  }

  private ListAccess access(@Nullable Path dataFolder, Caller by) {
    return new ListAccess(dataFolder, by).tuned(options.running().tuning());
  }

  private int work(OpenList list, WantedFiles wanted, @Nullable LabAddresses lab, Caller by)
      throws InterruptedException {
    OrderMaker maker;
    try {
      Path sums = options.wanted().sums();
      maker =
          new OrderMaker(options, by, sums == null ? null : SumsFile.read(by.absolute(sums)), lab);
    } catch (IOException e) {
      by.complain("--sums cannot be used: " + e.getMessage());
      return CommandLineMain.USAGE;
    }
    WantedOrders source = new WantedOrders(wanted, maker);
    GetRunning how = options.running();
    RunRules rules =
        RunRules.of(
            options.files().existing() == GetFiles.Existing.SKIP, how.maxTime(), how.tuning());
    return new OrderWork(source, how.queue(), how.again(), rules, how.saying(), by).run(list);
  }
}
