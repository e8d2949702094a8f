package org.sluice.app.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.sluice.app.cli.GetRunning.Again;
import org.sluice.app.words.Redaction;
import org.sluice.engine.download.ChangedFile;
import org.sluice.engine.download.Downloads;
import org.sluice.engine.download.ItemView;
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
  public void take(Order order, Consumer<Told> tell) {
    switch (order) {
      case Order.Download download -> take(download, tell);
      case Order.Known old -> goOn(old, tell);
      case Order.Refused refused -> tell.accept(new Told.NotTaken(refused));
    }
  }

  private void take(Order.Download order, Consumer<Told> tell) {
    DownloadRequest request = order.request();
    if (!known.claim(request)) {
      tell.accept(refused(order, "This run downloads it already", ExitCode.FAILED));
      return;
    }
    StoredItem old = known.find(request);
    if (old != null) {
      goOn(order, old, tell);
    } else if (again == Again.RESUME) {
      String sentence = "There is nothing of it in the list to go on with";
      tell.accept(refused(order, sentence, ExitCode.NOTHING_THERE));
    } else {
      add(order, tell);
    }
  }

  private void goOn(Order.Download order, StoredItem old, Consumer<Told> tell) {
    DownloadRequest request = Continuation.of(old.request(), order.request());
    CompletableFuture<Void> changed =
        request.equals(old.request())
            ? CompletableFuture.completedFuture(null)
            : downloads.change(old.id(), request);
    changed.whenComplete(
        (nothing, problem) -> {
          if (problem == null) {
            go(
                order,
                old.id(),
                again == Again.RESTART ? ResumeChoice.RESTART : ResumeChoice.GO_ON,
                tell);
          } else {
            tell.accept(failed(order, problem));
          }
        });
  }

  private void add(Order.Download order, Consumer<Told> tell) {
    downloads
        .add(order.request())
        .whenComplete(
            (id, problem) ->
                tell.accept(
                    problem == null ? new Told.Taken(id, Begun.NEW, own) : failed(order, problem)));
  }

  private void goOn(Order.Known order, Consumer<Told> tell) {
    String address = order.address();
    CompletableFuture<Void> addressed =
        address == null
            ? CompletableFuture.completedFuture(null)
            : downloads.replaceAddress(order.id(), address);
    addressed.whenComplete(
        (nothing, problem) -> {
          if (problem == null) {
            go(order, order.id(), order.choice(), tell);
          } else {
            tell.accept(failed(order, problem));
          }
        });
  }

  private void go(Order order, ItemId id, ResumeChoice choice, Consumer<Told> tell) {
    CompletableFuture<Void> begun =
        switch (choice) {
          case GO_ON -> downloads.resume(id);
          case RESTART -> downloads.restart(id);
          case TAKE_NEW ->
              downloads.decide(id, ChangedFile.TAKE_NEW).thenCompose(done -> downloads.resume(id));
          case TRUST ->
              downloads.decide(id, ChangedFile.CONTINUE).thenCompose(done -> downloads.resume(id));
        };
    Begun how =
        switch (choice) {
          case GO_ON, TRUST -> Begun.CONTINUED;
          case RESTART, TAKE_NEW -> Begun.RESTARTED;
        };
    begun.whenComplete(
        (nothing, problem) ->
            tell.accept(problem == null ? new Told.Taken(id, how, own) : failed(order, problem)));
  }

  @Override
  public void stop(ItemId id) {
    downloads.pause(id);
  }

  @Override
  public void ended(ItemView item, RunEnd end) {
    StateReason reason = item.standing().reason();
    boolean senseless = reason == StateReason.NAME_TAKEN || reason == StateReason.BAD_REQUEST;
    if (end != RunEnd.SAVED && senseless && item.amount().received() == 0) {
      downloads.remove(item.id(), false); // nothing was begun, and all is said
    }
  }

  private static Told failed(Order order, Throwable problem) {
    Throwable cause =
        problem instanceof CompletionException && problem.getCause() != null
            ? problem.getCause()
            : problem;
    String message = cause.getMessage();
    String sentence = message == null ? cause.toString() : Redaction.of(message);
    return refused(order, sentence, ExitCode.LIST);
  }

  private static Told refused(Order order, String sentence, ExitCode code) {
    return new Told.NotTaken(Order.Refused.of(order.shown(), sentence, code));
  }
}
