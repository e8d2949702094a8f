package org.sluice.app.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.sluice.engine.download.Downloads;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.PieceHashes;
import org.sluice.engine.item.StoredItem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `sluice known`: what the list knows of files, for `sluice verify`.
@Command(
    name = KnownCommand.NAME,
    hidden = true,
    description = "Says what the list of downloads knows of files.")
final class KnownCommand implements Callable<Integer> {
  static final String NAME = "known";

  /// Said instead of a checksum.
  static final String UNFINISHED = "unfinished";

  /// Before the number of the download.
  static final String NUMBER = "number ";

  /// Before a [PieceText].
  static final String PIECES = "pieces ";

  private final Caller caller;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files.")
  private List<Path> files = new ArrayList<>();

  @Mixin private DataChoice data = new DataChoice();

  KnownCommand(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Integer call() throws InterruptedException {
    List<Path> all = files.stream().map(caller::absolute).toList();
    return new ListAccess(data.folder(), caller).read(list -> say(all, list.downloads(), caller));
  }

  /// A line for each thing that is known: it, a tab, the path.
  static int say(List<Path> files, Downloads list, Caller caller) throws InterruptedException {
    List<StoredItem> stored = Answers.of(list.stored());
    for (Path file : files) {
      StoredItem last = null; // that is the one that is there
      for (StoredItem item : stored) {
        StoredItem.Identity identity = item.identity();
        boolean complete = item.progress().state() == ItemState.COMPLETE;
        if (identity != null && complete && file.equals(identity.target())) {
          last = item;
        } else if (identity != null && !complete && file.equals(identity.part())) {
          caller.out().println(UNFINISHED + "\t" + file);
        }
      }
      if (last != null) {
        say(last, file, caller.out());
      }
    }
    return 0;
  }

  private static void say(StoredItem item, Path file, PrintStream out) {
    out.println(NUMBER + item.id().value() + "\t" + file);
    for (Checksum checksum : item.request().checksums()) {
      out.println(checksum + "\t" + file);
    }
    PieceHashes pieces = item.request().pieces();
    if (pieces != null) {
      out.println(PIECES + PieceText.of(pieces) + "\t" + file);
    }
  }
}
