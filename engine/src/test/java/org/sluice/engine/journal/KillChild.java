package org.sluice.engine.journal;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.StoredItem;
import org.sluice.engine.item.StoredItem.Progress;
import org.sluice.engine.journal.JournalChange.Added;
import org.sluice.engine.journal.JournalChange.Committed;
import org.sluice.engine.journal.JournalChange.SettingChanged;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

/// A process that commits numbered operations until it is killed, and says on its standard output which
/// were reported as committed.
final class KillChild {
  private static final int IN_FLIGHT = 16;

  private KillChild() {}

  /// @param arguments folder of the journal, number of the first operation
  public static void main(String... arguments) throws Exception {
    JournalOptions options = JournalOptions.of(InstantSource.system(), System.err::println);
    Journal journal = Journal.open(Path.of(arguments[0]), options);
    System.out.println("opened");
    Semaphore free = new Semaphore(IN_FLIGHT);
    for (int n = Integer.parseInt(arguments[1]); n < Integer.MAX_VALUE; n++) {
      free.acquire();
      int number = n;
      journal.post(
          changes(n),
          () -> {
            System.out.println("done " + number);
            free.release();
          },
          failure -> {
            System.out.println("failed " + number + " " + failure.sentence());
            System.exit(1);
          });
    }
  }

  /// What operation `n` is: every tenth adds a download, the others commit bytes of one.
  static List<JournalChange> changes(int n) {
    List<JournalChange> changes = new ArrayList<>();
    if (n % 10 == 0) {
      changes.add(new Added(item(n / 10 + 1, Spans.EMPTY)));
    } else {
      changes.add(new Committed(new ItemId(target(n)), spans(n)));
    }
    if (n % 50 == 49) {
      changes.add(new SettingChanged("last", Integer.toString(n)));
    }
    return changes;
  }

  /// The downloads after operation `last`, by their numbers.
  static Map<Long, StoredItem> after(int last) {
    Map<Long, StoredItem> items = new TreeMap<>();
    for (int n = 0; n <= last; n++) {
      if (n % 10 == 0) {
        items.put(n / 10 + 1L, item(n / 10 + 1, Spans.EMPTY));
      } else {
        items.put(target(n), item(target(n), spans(n)));
      }
    }
    return items;
  }

  /// The operation that left `items`, if any did.
  static int lastOf(List<StoredItem> items) {
    int last = -1;
    for (StoredItem item : items) {
      last = Math.max(last, (int) (item.id().value() - 1) * 10);
      if (!item.committed().isEmpty()) {
        last = Math.max(last, (int) item.committed().spans().getLast().to());
      }
    }
    return last;
  }

  private static long target(int n) {
    return 1 + n * 7919L % (n / 10 + 1);
  }

  private static Spans spans(int n) {
    return n < 3 ? Spans.of(new Span(0, n)) : Spans.of(new Span(0, 1), new Span(2, n + 0L));
  }

  private static StoredItem item(long id, Spans committed) {
    return new StoredItem(
        new ItemId(id),
        DownloadRequest.of("https://example.org/" + id, FileWish.into(Path.of("/tmp"))),
        Instant.EPOCH,
        id,
        null,
        committed,
        Progress.NEW);
  }
}
