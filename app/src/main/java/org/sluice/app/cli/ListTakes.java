package org.sluice.app.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.sluice.app.cli.GetRunning.Again;
import org.sluice.app.words.Redaction;
import org.sluice.engine.download.ChangedFile;
import org.sluice.engine.download.Downloads;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.download.Verification;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.item.StoredItem;

/// Takes orders into a list of downloads: a download that was begun earlier goes on, unless it is to
/// be restarted.
final class ListTakes implements Takes {
  private final Downloads downloads;
  private final KnownDownloads known;
  private final Again again;
  private final boolean own;

  /// @param own whether this process was started for these orders
  ListTakes(Downloads downloads, KnownDownloads known, Again again, boolean own) {
    this.downloads = downloads;
    this.known = known;
    this.again = again;
    this.own = own;
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // it always ends in a telling
  public void take(Order order, Consumer<Told> tell) {
    taken(order)
        .exceptionally(problem -> failed(order, problem))
        .whenComplete((told, never) -> tell.accept(told));
  }

  private CompletableFuture<Told> taken(Order order) {
    return switch (order) {
      case Order.Download download -> begun(download);
      case Order.Known old -> gone(old);
      case Order.Refused refused -> CompletableFuture.completedFuture(new Told.NotTaken(refused));
    };
  }

  private CompletableFuture<Told> begun(Order.Download order) {
    DownloadRequest request = order.request();
    if (!known.claim(request)) {
      return refused(order, "This run downloads it already", ExitCode.FAILED);
    }
    StoredItem old = known.find(request);
    if (old != null) {
      return goOn(order, old);
    }
    return again == Again.RESUME
        ? refused(order, "There is nothing of it in the list to go on with", ExitCode.NOTHING_THERE)
        : downloads.add(request).thenApply(id -> new Told.Taken(id, Begun.NEW, own));
  }

  private CompletableFuture<Told> goOn(Order.Download order, StoredItem old) {
    DownloadRequest request = Continuation.of(old.request(), order.request());
    CompletableFuture<Void> changed =
        request.equals(old.request()) ? done() : downloads.change(old.id(), request);
    ResumeChoice choice = again == Again.RESTART ? ResumeChoice.RESTART : ResumeChoice.GO_ON;
    return changed.thenCompose(nothing -> go(order, old.id(), choice));
  }

  private CompletableFuture<Told> gone(Order.Known order) {
    String address = order.address();
    CompletableFuture<Void> addressed =
        address == null ? done() : downloads.replaceAddress(order.id(), address);
    return addressed.thenCompose(nothing -> go(order, order.id(), order.choice()));
  }

  private CompletableFuture<Told> go(Order order, ItemId id, ResumeChoice choice) {
    if (choice == ResumeChoice.REPAIR) {
      return repaired(order, id);
    }
    CompletableFuture<Void> going =
        switch (choice) {
          case GO_ON, REPAIR -> downloads.resume(id);
          case RESTART -> downloads.restart(id);
          case TAKE_NEW -> decided(id, ChangedFile.TAKE_NEW);
          case TRUST -> decided(id, ChangedFile.CONTINUE);
        };
    Begun how =
        switch (choice) {
          case GO_ON, TRUST, REPAIR -> Begun.CONTINUED;
          case RESTART, TAKE_NEW -> Begun.RESTARTED;
        };
    return going.thenApply(nothing -> new Told.Taken(id, how, own));
  }

  private CompletableFuture<Told> repaired(Order order, ItemId id) {
    return downloads
        .repair(id)
        .thenCompose(
            found ->
                found.broken().isEmpty()
                    ? refused(order, notBroken(found), ExitCode.NOTHING_THERE)
                    : CompletableFuture.<Told>completedFuture(
                        new Told.Taken(id, Begun.CONTINUED, own)))
        .exceptionallyCompose(
            problem ->
                cause(problem) instanceof IllegalArgumentException nothing
                    ? refused(order, String.valueOf(nothing.getMessage()), ExitCode.NOTHING_THERE)
                    : CompletableFuture.completedFuture(failed(order, problem)));
  }

  private static String notBroken(Verification found) {
    return found.ok()
        ? "All of its pieces are right, there is nothing to repair"
        : found.sentence() + "; only to restart helps";
  }

  private CompletableFuture<Void> decided(ItemId id, ChangedFile choice) {
    return downloads.decide(id, choice).thenCompose(nothing -> downloads.resume(id));
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // the run is told of the new state
  public void stop(ItemId id) {
    downloads.pause(id);
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // what stays in the list does no harm
  public void ended(ItemView item, RunEnd end) {
    StateReason reason = item.standing().reason();
    boolean senseless = reason == StateReason.NAME_TAKEN || reason == StateReason.BAD_REQUEST;
    if (end != RunEnd.SAVED && senseless && item.amount().received() == 0) {
      downloads.remove(item.id(), false); // nothing was begun, and all is said
    }
  }

  private static CompletableFuture<Void> done() {
    return CompletableFuture.completedFuture(null);
  }

  private static Told failed(Order order, Throwable problem) {
    Throwable cause = cause(problem);
    String message = cause.getMessage();
    String sentence = message == null ? cause.toString() : Redaction.of(message);
    return new Told.NotTaken(Order.Refused.of(order.shown(), sentence, ExitCode.LIST));
  }

  private static Throwable cause(Throwable problem) {
    return problem instanceof CompletionException && problem.getCause() != null
        ? problem.getCause()
        : problem;
  }

  private static CompletableFuture<Told> refused(Order order, String sentence, ExitCode code) {
    return CompletableFuture.completedFuture(
        new Told.NotTaken(Order.Refused.of(order.shown(), sentence, code)));
  }
}
