package org.sluice.app.cli;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.ItemState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `sluice list`: shows the downloads of the list.
@Command(
    name = "list",
    description = {"Shows downloads: those that run, wait or were interrupted, unless told else."},
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice list",
      "  sluice list --all",
      "  sluice list --state paused,failed",
      "  sluice list --json --all | jq .file"
    })
final class ListCommand implements Callable<Integer> {
  private final Caller caller;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      split = ",",
      description = "Only those that are so: ${COMPLETION-CANDIDATES}.")
  private List<ItemState> states = new ArrayList<>();

  @Option(
      names = {"-a", "--all"},
      description = "Complete ones too.")
  private boolean all;

  @Option(names = "--json", description = "A line of JSON for each.")
  private boolean json;

  @Mixin private DataChoice data = new DataChoice();

  @Mixin HelpChoice help = new HelpChoice();

  ListCommand(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Integer call() throws InterruptedException {
    return new ListAccess(data.folder(), caller).read(this::show);
  }

  private int show(OpenList list) throws InterruptedException {
    List<ItemView> items = Answers.of(list.downloads().freshSnapshot()).items();
    StateChoice choice = StateChoice.of(states, all);
    List<ItemView> chosen = items.stream().filter(item -> choice.has(item.state())).toList();
    if (json) {
      JsonLines lines = new JsonLines(caller.out());
      chosen.forEach(item -> lines.write(fields -> fields.item(item)));
      return 0;
    }
    Clock clock = Clock.system(ZoneId.systemDefault());
    new ListTable(clock.instant(), clock.getZone()).of(chosen).forEach(caller.out()::println);
    String hidden = ListTable.hidden(items, choice);
    if (!hidden.isEmpty() && states.isEmpty()) {
      caller.out().println(hidden);
    }
    return 0;
  }
}
