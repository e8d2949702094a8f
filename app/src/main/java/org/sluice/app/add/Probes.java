package org.sluice.app.add;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sluice.app.said.Said;

/// Asks the servers of links what they would send.
///
/// **Threads**: that of the dialog (or one thread in a test). **Limits**: [#MOST].
final class Probes {
  /// Servers of more links than this are not asked before the download.
  static final int MOST = 32;

  private final Function<Link, CompletableFuture<ProbeAnswer>> prober;
  private final Executor ui;
  private final Function<LinkRow, Link> asked;
  private final Runnable answered;
  private final Map<LinkRow, CompletableFuture<ProbeAnswer>> open = new HashMap<>();

  /// @param prober asks a server; answers on any thread
  /// @param ui runs on the thread of the dialog
  /// @param asked the link with the headers and the password of now
  /// @param answered told after each answer
  Probes(
      Function<Link, CompletableFuture<ProbeAnswer>> prober,
      Executor ui,
      Function<LinkRow, Link> asked,
      Runnable answered) {
    this.prober = prober;
    this.ui = ui;
    this.asked = asked;
    this.answered = answered;
  }

  /// Asks for those of these links whose answer is such; null is that of a link which was not asked.
  void ask(List<LinkRow> links, Predicate<@Nullable ProbeAnswer> which) {
    open.keySet().retainAll(links);
    links.stream()
        .limit(MOST)
        .filter(row -> which.test(row.answerProperty().get()))
        .forEach(this::ask);
  }

  private void ask(LinkRow row) {
    row.answerProperty().set(new ProbeAnswer.Asking());
    CompletableFuture<ProbeAnswer> answer =
        prober
            .apply(asked.apply(row))
            .exceptionally(
                problem -> new ProbeAnswer.Refused(Said.of(problem), "", /* wantsSignIn= */ false));
    open.put(row, answer);
    var _ = answer.thenAcceptAsync(said -> take(row, answer, said), ui);
  }

  /// What was asked before the headers or the password were others says nothing any more.
  private void take(LinkRow row, CompletableFuture<ProbeAnswer> answer, ProbeAnswer said) {
    if (open.remove(row, answer)) {
      row.answerProperty().set(said);
      answered.run();
    }
  }
}
