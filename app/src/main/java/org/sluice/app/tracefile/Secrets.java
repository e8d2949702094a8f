package org.sluice.app.tracefile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.app.tape.Sample;
import org.sluice.app.tape.TransferInfos;
import org.sluice.app.words.Redaction;
import org.sluice.engine.download.DownloadsSnapshot;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.loop.TransferView;
import org.sluice.engine.multi.TransferInfo;
import org.sluice.engine.trace.TraceEvent;

/// Takes names, passwords and keys out of the addresses of a trace. **Threads**: pure functions.
public final class Secrets {
  private Secrets() {}

  /// The event without secrets: only notes have addresses.
  public static TraceEvent without(TraceEvent event) {
    return event instanceof TraceEvent.Note note
        ? new TraceEvent.Note(
            note.seq(), note.nanos(), note.depth(), note.cause(), Redaction.of(note.text()))
        : event;
  }

  /// The sample without secrets.
  public static Sample without(Sample sample) {
    List<TransferView> transfers = sample.transfers().stream().map(Secrets::without).toList();
    return new Sample(
        sample.nanos(),
        sample.sockets(),
        transfers,
        sample.goneTransfers(),
        sample.counts(),
        without(sample.list()));
  }

  private static TransferView without(TransferView view) {
    TransferInfo info = view.info();
    String url = Redaction.of(view.url());
    return new TransferView(
        view.id(),
        url,
        TransferInfos.of(
            info.state(),
            url,
            info.received(),
            info.expected(),
            info.socketSerial(),
            info.result()));
  }

  private static @Nullable DownloadsSnapshot without(@Nullable DownloadsSnapshot list) {
    if (list == null) {
      return null;
    }
    List<ItemView> items =
        list.items().stream()
            .map(
                item ->
                    new ItemView(
                        item.id(),
                        item.name(),
                        Redaction.of(item.address()),
                        item.place(),
                        item.standing(),
                        item.amount(),
                        item.file(),
                        item.proof(),
                        item.segments(),
                        item.why()))
            .toList();
    return new DownloadsSnapshot(list.taken(), items, list.queues(), list.total(), List.of());
  }
}
