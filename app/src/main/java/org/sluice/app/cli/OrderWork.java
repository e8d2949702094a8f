package org.sluice.app.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.sluice.app.cli.GetRunning.Again;
import org.sluice.app.cli.GetRunning.Saying;
import org.sluice.engine.download.Downloads;
import org.sluice.engine.download.ItemView;

/// Gives orders to a list: here, and follows them to their end; or at the list of a process that runs
/// already, which then follows them.
final class OrderWork {
  private final RunSource source;
  private final @Nullable String queue;
  private final Again again;
  private final ListRun.RunRules rules;
  private final Saying saying;
  private final Caller caller;

  /// @param queue that new downloads stand in; null if there are none
  OrderWork(
      RunSource source,
      @Nullable String queue,
      Again again,
      ListRun.RunRules rules,
      Saying saying,
      Caller caller) {
    this.source = source;
    this.queue = queue;
    this.again = again;
    this.rules = rules;
    this.saying = saying;
    this.caller = caller;
  }

  /// @return the exit code
  int run(OpenList open) throws InterruptedException {
    Downloads list = open.downloads();
    KnownDownloads known = new KnownDownloads(Answers.of(list.stored()));
    Answers.of(QueueChoice.make(queue, list));
    Served served = caller.served();
    if (served != null) {
      return give(served, new ListTakes(list, known, again, false));
    }
    Takes takes = new ListTakes(list, known, again, true);
    return new Foreground(open, saying, caller).run(source, takes, rules);
  }

  /// Puts all orders into the list and says what became of each.
  private int give(Served served, Takes takes) throws InterruptedException {
    RunCount count = new RunCount();
    List<CompletableFuture<Told>> answers = new ArrayList<>();
    try {
      for (Order order = source.next(); order != null; order = source.next()) {
        CompletableFuture<Told> answer = new CompletableFuture<>();
        takes.take(order, answer::complete);
        answers.add(answer);
      }
    } catch (IOException e) {
      count.broken();
      caller.complain("The list could not be read to its end: " + e);
    }
    for (CompletableFuture<Told> answer : answers) {
      say(Answers.of(answer), served, count);
    }
    if (saying != Saying.QUIET) {
      HandedOver.sayUnheeded(caller);
    }
    return count.code();
  }

  private void say(Told answer, Served served, RunCount count) throws InterruptedException {
    switch (answer) {
      case Told.Taken taken -> {
        served.tell().accept(taken);
        ItemView item = Answers.of(served.list().freshSnapshot()).item(taken.id()).orElse(null);
        count.given();
        if (item != null && saying != Saying.QUIET) {
          HandedOver.say(item, taken.begun(), saying == Saying.JSON, caller);
        }
      }
      case Told.NotTaken not -> {
        count.refused(not.order().code());
        caller.complain(RunWords.refused(not.order()));
      }
      case Told.Event event -> throw new IllegalStateException("not an answer: " + event);
      case Told.Halt halt -> throw new IllegalStateException("not an answer: " + halt);
      case Told.Seen seen -> throw new IllegalStateException("not an answer: " + seen);
    }
  }
}
