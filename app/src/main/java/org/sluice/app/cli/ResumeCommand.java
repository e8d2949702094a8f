package org.sluice.app.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sluice resume`: goes on with downloads of the list.
@Command(
    name = "resume",
    description = "Goes on with downloads that were interrupted, paused or have failed.",
    sortOptions = false,
    abbreviateSynopsis = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice resume 12",
      "  sluice resume --all",
      "  sluice resume 12 --address https://example.org/a.iso?key=new",
      "  sluice resume 12 --take-new     if the server has another file now",
      "  sluice resume 12 --repair       if sluice verify found broken pieces",
      "Exit codes: as of sluice get; 115 if there is nothing to go on with."
    })
final class ResumeCommand implements Callable<Integer> {
  private final Caller caller;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "ID",
      arity = "0..*",
      description = "The numbers that sluice list shows.")
  private List<String> numbers = new ArrayList<>();

  @Option(
      names = {"-a", "--all"},
      description = "All that are not complete.")
  private boolean all;

  @Option(
      names = "--address",
      paramLabel = "URL",
      description = "A new address of the same file, which is proven to be the same.")
  private @Nullable String address;

  @ArgGroup private ResumeChoice.@Nullable Options choice;

  @Mixin private TuningChoices tuning = new TuningChoices();

  @Mixin private SayingChoices saying = new SayingChoices();

  @Mixin private DataChoice data = new DataChoice();

  @Mixin HelpChoice help = new HelpChoice();

  ResumeCommand(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Integer call() throws InterruptedException {
    List<ItemId> ids = ItemNumbers.read(numbers, spec);
    String objection = objection();
    if (objection != null) {
      throw new ParameterException(spec.commandLine(), objection);
    }
    return new ListAccess(data.folder(), caller)
        .tuned(tuning.tuning())
        .change(list -> resume(list, ids));
  }

  private @Nullable String objection() {
    if (all == !numbers.isEmpty()) {
      return all ? "--all is all of them, without numbers" : "no number given; or say --all";
    }
    if (all && choice != null && choice.choice() == ResumeChoice.REPAIR) {
      return "--all goes on with what is not complete; --repair is for what is";
    }
    if (address != null && numbers.size() != 1) {
      return "--address is that of one download";
    }
    return tuning.tuning().objection();
  }

  private int resume(OpenList list, List<ItemId> ids) throws InterruptedException {
    List<ItemView> items = Answers.of(list.downloads().freshSnapshot()).items();
    List<Order> orders = new ArrayList<>();
    if (all) {
      items.stream().filter(item -> !isComplete(item)).map(this::order).forEach(orders::add);
    }
    for (ItemId id : ids) {
      orders.add(
          items.stream()
              .filter(item -> item.id().equals(id))
              .findFirst()
              .map(this::order)
              .orElseGet(() -> refused(id, "There is no such download in the list")));
    }
    if (orders.isEmpty()) {
      caller.complain("There is nothing to go on with: all downloads of the list are complete.");
      return ExitCode.NOTHING_THERE.number();
    }
    Iterator<Order> each = orders.iterator();
    ListRun.RunRules rules = ListRun.RunRules.of(false, Duration.ZERO, tuning.tuning());
    return new OrderWork(
            () -> each.hasNext() ? each.next() : null,
            null,
            GetRunning.Again.CONTINUE,
            rules,
            saying.saying(),
            caller)
        .run(list);
  }

  private Order order(ItemView item) {
    ResumeChoice how = choice == null ? ResumeChoice.GO_ON : choice.choice();
    boolean again = how == ResumeChoice.RESTART || how == ResumeChoice.REPAIR;
    if (isComplete(item) && !again) {
      return refused(item.id(), "It is complete: " + ItemWords.shown(item));
    }
    if (!isComplete(item) && how == ResumeChoice.REPAIR) {
      return refused(item.id(), "It is not complete; without --repair it goes on");
    }
    boolean changed = item.standing().reason() == StateReason.FILE_CHANGED;
    if (!changed && (how == ResumeChoice.TAKE_NEW || how == ResumeChoice.TRUST)) {
      return refused(item.id(), "Its file has not changed on the server, as far as is known");
    }
    return new Order.Known(item.address(), item.id(), how, address);
  }

  private static Order refused(ItemId id, String sentence) {
    return Order.Refused.of("download " + id, sentence, ExitCode.NOTHING_THERE);
  }

  private static boolean isComplete(ItemView item) {
    return item.state() == ItemState.COMPLETE;
  }
}
