package org.sluice.engine.download;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StoredItem.Identity;
import org.sluice.engine.queue.AfterFinish;
import org.sluice.engine.queue.AfterFinishCommand;
import org.sluice.engine.queue.QueueRules;
import org.sluice.engine.queue.SystemAction;

/// Does what a queue's rules say is to be done after a download, and after its last one.
///
/// A program is started by its arguments, without a shell, and nobody waits for it.
///
/// **Threads**: confined to the loop; programs start on threads `sluice-after`.
final class AfterDesk implements Runs.Watcher {
  private static final System.Logger LOG = System.getLogger(AfterDesk.class.getName());

  private final Site site;
  private final Runs runs;
  private @Nullable BiConsumer<String, SystemAction> face;
  private boolean closed;

  AfterDesk(Site site, Runs runs) {
    this.site = site;
    this.runs = runs;
  }

  void close() {
    closed = true;
  }

  /// From now on the computer's own actions are not done but told: the face asks back by [#perform].
  ///
  /// @param told is given the name of the queue, too
  void face(BiConsumer<String, SystemAction> told) {
    face = told;
  }

  /// Does what the computer is to do.
  void perform(SystemAction action) {
    AfterFinishCommand.Os os = AfterFinishCommand.Os.of(System.getProperty("os.name", ""));
    run(AfterFinishCommand.commandFor(action, os, site.options.folder()));
  }

  @Override
  public void ended(Item item, Ending ending) {
    QueueRules rules = site.queues.get(item.request().queue());
    Identity identity = item.identity();
    if (closed || ending.state() != ItemState.COMPLETE || rules == null || identity == null) {
      return;
    }
    AfterFinish action = rules.afterFinish();
    String url = Addresses.shown(item.request().sources().getFirst().url());
    run(
        AfterFinishCommand.commandFor(
            action, new AfterFinishCommand.Finished(identity.target(), url)));
    if (action.whenEmpty() != SystemAction.NOTHING && isLast(item)) {
      if (face == null) {
        perform(action.whenEmpty());
      } else {
        face.accept(rules.name(), action.whenEmpty());
      }
    }
  }

  /// Whether nothing of the queue will go on by itself.
  private boolean isLast(Item done) {
    for (Item item : runs.items.values()) {
      boolean same = item.request().queue().equals(done.request().queue());
      if (same && (item.run != null || item.wantsTurns())) {
        return false;
      }
    }
    return true;
  }

  private void run(AfterFinishCommand command) {
    switch (command) {
      case AfterFinishCommand.Nothing _ -> {}
      case AfterFinishCommand.Run(List<String> arguments, Path folder) -> start(arguments, folder);
      case AfterFinishCommand.Quit _ ->
          runs.tell(
              new DownloadEvent.Notice(
                  DownloadEvent.Topic.QUIT, "All downloads of the queue are complete"));
      case AfterFinishCommand.Impossible(String sentence) -> failed(sentence, null);
    }
  }

  private void start(List<String> arguments, Path folder) {
    Thread.ofVirtual()
        .name("sluice-after")
        .start(
            () -> {
              try {
                new ProcessBuilder(arguments)
                    .directory(folder.toFile())
                    .redirectInput(ProcessBuilder.Redirect.PIPE)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .getOutputStream()
                    .close();
              } catch (IOException e) {
                site.loop.post(
                    () -> failed("The program " + arguments.getFirst() + " did not start", e));
              }
            });
  }

  private void failed(String sentence, @Nullable IOException cause) {
    LOG.log(System.Logger.Level.WARNING, sentence, cause);
    runs.tell(new DownloadEvent.Notice(DownloadEvent.Topic.AFTER, sentence));
  }
}
