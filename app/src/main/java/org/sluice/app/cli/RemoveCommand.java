package org.sluice.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.download.Downloads;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sluice remove`: takes downloads out of the list.
@Command(
    name = "remove",
    description = {
      "Takes downloads out of the list.",
      "The part file of one that is not complete goes with it; a complete file stays,",
      "unless --delete-file is given."
    },
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice remove 12 13",
      "  sluice remove --delete-file 12",
      "Exit codes: 0 all removed; 115 one was not in the list; 1 something else went wrong."
    })
final class RemoveCommand implements Callable<Integer> {
  private final Caller caller;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "ID",
      arity = "1..*",
      description = "The numbers that sluice list shows.")
  private List<String> numbers = new ArrayList<>();

  @Option(names = "--delete-file", description = "Delete complete files too.")
  private boolean deleteFile;

  @Mixin private DataChoice data = new DataChoice();

  @Mixin HelpChoice help = new HelpChoice();

  RemoveCommand(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Integer call() throws InterruptedException {
    List<ItemId> ids = ItemNumbers.read(numbers, spec);
    return new ListAccess(data.folder(), caller).change(list -> remove(list.downloads(), ids));
  }

  private int remove(Downloads list, List<ItemId> ids) throws InterruptedException {
    int code = 0;
    for (ItemId id : ids) {
      ItemView item = Answers.of(list.freshSnapshot()).item(id).orElse(null);
      if (item == null) {
        caller.complain("There is no download " + id + " in the list; sluice list shows them.");
        code = ExitCode.NOTHING_THERE.number();
        continue;
      }
      @Nullable String problem = Answers.problem(list.remove(id, deleteFile));
      if (problem == null) {
        caller.out().println("Removed " + id + ", " + words(item));
      } else {
        caller.complain("Download " + id + " could not be removed: " + problem);
        code = ExitCode.FAILED.number();
      }
    }
    return code;
  }

  private String words(ItemView item) {
    String file = ItemWords.shown(item);
    if (item.state() == ItemState.COMPLETE) {
      return file + (deleteFile ? ", and its file" : "; the file stays");
    }
    return file + (item.file().part() == null ? "" : ", and its part file");
  }
}
