package org.sluice.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.sluice.engine.http.Headers;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.Proof;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.item.StoredItem;
import org.sluice.engine.item.StoredItem.Identity;
import org.sluice.engine.item.StoredItem.Progress;
import org.sluice.engine.item.Validators;
import org.sluice.engine.journal.Journal;
import org.sluice.engine.journal.JournalChange;
import org.sluice.engine.journal.JournalOptions;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

/// How long a list of many downloads takes to write and to open, and how long its file is.
///
/// Arguments: a folder; `write`, to make a journal in it, or `open`. Each in a process of its own, as users
/// start it.
public final class JournalSize {
  private static final int ITEMS = 10_000;
  private static final int SPANS = 8;
  private static final int ROUNDS = 10;

  private JournalSize() {}

  public static void main(String... arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    JournalOptions options =
        JournalOptions.of(InstantSource.system(), trouble -> say(trouble.sentence(), 0));
    long start = System.nanoTime();
    try (Journal journal = Journal.open(folder, options)) {
      say("opened, items: " + journal.contents().items().size(), start);
      if (arguments[1].equals("write")) {
        write(journal, folder);
      }
      start = System.nanoTime();
    }
    say("closed", start);
    size(folder);
  }

  private static void write(Journal journal, Path folder) throws IOException, InterruptedException {
    Random random = new Random(1);
    List<List<JournalChange>> adds = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      adds.add(List.of(new JournalChange.Added(item(journal.nextId(), random))));
    }
    commit(journal, "added one by one", adds);
    for (int round = 0; round < ROUNDS; round++) {
      List<List<JournalChange>> commits = new ArrayList<>();
      for (int i = 1; i <= ITEMS; i++) {
        commits.add(List.of(new JournalChange.Committed(new ItemId(i), spans(random))));
      }
      commit(journal, "committed ranges of all", commits);
    }
    size(folder);
  }

  private static void commit(Journal journal, String what, List<List<JournalChange>> posts)
      throws InterruptedException {
    CountDownLatch done = new CountDownLatch(posts.size());
    long start = System.nanoTime();
    for (List<JournalChange> post : posts) {
      journal.post(post, done::countDown, failure -> say(failure.sentence(), start));
    }
    done.await();
    say(what, start);
  }

  private static void size(Path folder) throws IOException {
    for (String name : List.of("journal.db", "journal.db-wal", "journal.bak")) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        System.out.println(name + ": " + Files.size(file) / 1024 + " KiB");
      }
    }
  }

  private static void say(String what, long startNanos) {
    System.out.println(what + ": " + (System.nanoTime() - startNanos) / 1_000_000 + " ms");
  }

  private static StoredItem item(ItemId id, Random random) {
    Path folder = Path.of("/home/somebody/Downloads").toAbsolutePath();
    String name = "archive-" + id + ".tar.gz";
    String url =
        "https://downloads.example.org/mirror/"
            + name
            + "?expires=1700000000&token="
            + Long.toHexString(random.nextLong()).repeat(8);
    return new StoredItem(
        id,
        DownloadRequest.of(url, FileWish.into(folder).named(name))
            .fetch(
                FetchWish.DEFAULT.headers(
                    Headers.of("Referer", "https://example.org/page", "Cookie", "a=" + url))),
        Instant.ofEpochSecond(1_700_000_000 + id.value()),
        id.value(),
        new Identity(
            folder.resolve(name),
            folder.resolve(name + ".part"),
            "(dev=801,ino=" + id + ")",
            new Validators(
                1L << 30,
                "\"" + Long.toHexString(random.nextLong()) + "\"",
                "Tue, 01 Oct 2024 07:00:00 GMT",
                "Wed, 02 Oct 2024 07:00:00 GMT",
                "application/gzip"),
            url,
            Proof.NOT_NEEDED),
        spans(random),
        new Progress(ItemState.QUEUED, StateReason.NONE, "", null, null, 123_456_789, 0));
  }

  private static Spans spans(Random random) {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < SPANS; i++) {
      long from = (long) i << 27;
      spans.add(new Span(from, from + 1 + random.nextInt(1 << 26)));
    }
    return new Spans(spans);
  }
}
