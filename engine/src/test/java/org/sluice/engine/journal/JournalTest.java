package org.sluice.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.PieceHashes;
import org.sluice.engine.item.StoredItem;
import org.sluice.engine.journal.JournalChange.Added;
import org.sluice.engine.journal.JournalChange.Committed;
import org.sluice.engine.journal.JournalChange.HostLearned;
import org.sluice.engine.journal.JournalChange.Identified;
import org.sluice.engine.journal.JournalChange.Moved;
import org.sluice.engine.journal.JournalChange.Progressed;
import org.sluice.engine.journal.JournalChange.QueueChanged;
import org.sluice.engine.journal.JournalChange.QueueRemoved;
import org.sluice.engine.journal.JournalChange.Removed;
import org.sluice.engine.journal.JournalChange.Requested;
import org.sluice.engine.journal.JournalChange.SettingChanged;
import org.sluice.engine.journal.JournalFailure.Kind;
import org.sluice.engine.range.Spans;

@Timeout(value = 300, unit = TimeUnit.SECONDS)
class JournalTest extends JournalTestBase {
  private final Samples samples = new Samples(1);

  @Test
  void aNewJournalIsEmptyAndSaysThatItIsNew() throws Exception {
    Path deep = folder.resolve("not/there yet?mode=memory#%20");
    try (Journal journal = open(deep)) {
      assertThat(journal.opening()).isEqualTo(new JournalOpening.New());
      assertThat(journal.contents()).isEqualTo(JournalContents.EMPTY);
      assertThat(journal.nextId()).isEqualTo(new ItemId(1));
    }
    try (Journal journal = open(deep)) {
      assertThat(journal.opening()).isEqualTo(new JournalOpening.Sound());
    }
    assertThat(names(deep))
        .containsExactly(
            "journal.bak", "journal.db", "journal.lock", "journal.mark", "journal.reserve");
    assertThat(troubles).isEmpty();
  }

  @Test
  void piecesAreKeptBesideTheirDownload() throws Exception {
    List<String> hex = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) { // more than fits into a page, by far
      hex.add("%064x".formatted(i * 7919L));
    }
    PieceHashes pieces = new PieceHashes(Checksum.Algorithm.SHA_256, 1 << 18, hex);
    PieceHashes others = new PieceHashes(Checksum.Algorithm.MD5, 9, List.of("a".repeat(32)));
    StoredItem item = samples.item(new ItemId(1));
    StoredItem gone = samples.item(new ItemId(2));
    DownloadRequest request = item.request();
    try (Journal journal = open()) {
      commit(journal, new Added(item), new Added(gone));
      commit(journal, new Requested(item.id(), request.pieces(others)));
      commit(journal, new Requested(item.id(), request.pieces(pieces)));
      commit(journal, new Requested(gone.id(), gone.request().pieces(pieces)));
      commit(journal, new Removed(gone.id()));
    }
    try (Journal journal = open()) {
      assertThat(journal.opening()).isEqualTo(new JournalOpening.Sound());
      assertThat(journal.contents().items()).hasSize(1);
      assertThat(journal.contents().items().getFirst().request().pieces()).isEqualTo(pieces);
      commit(journal, new Requested(item.id(), request));
    }
    try (Journal journal = open()) {
      assertThat(journal.contents().items()).containsExactly(item);
    }
  }

  @Test
  void keepsEverythingThatItWasTold() throws Exception {
    StoredItem item = samples.item(new ItemId(1));
    StoredItem other = samples.item(new ItemId(2));
    QueueRow queue = new QueueRow("night\n", 1, true, 3, 2, 1 << 20, "Mo-Fr 22:00", "[\"sync\"]");
    HostFacts host =
        new HostFacts(
            "https://example.org",
            4,
            Set.of(HostFacts.Trait.NO_RANGES, HostFacts.Trait.FAILED_LAST),
            1,
            2,
            Instant.parse("2026-01-01T00:00:00.000000001Z"));
    try (Journal journal = open()) {
      commit(journal, new Added(samples.item(item.id())), new Added(other));
      commit(journal, new Requested(item.id(), item.request()));
      commit(journal, new Identified(item.id(), item.identity()));
      commit(journal, new Committed(item.id(), item.committed()));
      commit(journal, new Progressed(item.id(), item.progress()));
      commit(journal, new Moved(item.id(), item.place()), new Removed(other.id()));
      commit(
          journal,
          new QueueChanged(queue),
          new QueueChanged(new QueueRow("x", 0, false, 1, 0, 0, "", "")));
      commit(
          journal, new QueueRemoved("x"), new QueueRemoved("never there"), new HostLearned(host));
      commit(journal, new SettingChanged("limit", "1"), new SettingChanged("other", "x"));
      commit(journal, new SettingChanged("limit", "2"), new SettingChanged("other", null));
    }
    try (Journal journal = open()) {
      JournalContents contents = journal.contents();
      StoredItem stored = contents.items().getFirst();
      assertThat(contents.items()).hasSize(1);
      assertThat(stored.request()).isEqualTo(item.request());
      assertThat(stored.identity()).isEqualTo(item.identity());
      assertThat(stored.committed()).isEqualTo(item.committed());
      assertThat(stored.progress()).isEqualTo(item.progress());
      assertThat(stored.place()).isEqualTo(item.place());
      assertThat(contents.queues()).containsExactly(queue);
      assertThat(contents.hosts()).containsExactly(host);
      assertThat(contents.settings()).containsExactly(Map.entry("limit", "2"));
      assertThat(contents.verifyFirst()).isEmpty();
      assertThat(contents.unusable()).isEmpty();
    }
  }

  @Test
  void aNumberIsNeverGivenTwice() throws Exception {
    ItemId last = new ItemId(1);
    for (int round = 0; round < 3; round++) {
      try (Journal journal = open()) {
        ItemId id = journal.nextId();
        assertThat(id).isGreaterThanOrEqualTo(last);
        commit(journal, new Added(samples.item(id)));
        commit(journal, new Removed(id));
        last = new ItemId(id.value() + 1);
        assertThat(journal.nextId()).isEqualTo(last);
      }
    }
    assertThat(last).isEqualTo(new ItemId(4));
  }

  @Test
  void aPostIsKeptWholeOrNotAtAll() throws Exception {
    StoredItem item = samples.item(new ItemId(1));
    try (Journal journal = open()) {
      commit(journal, new Added(item));
      JournalFailure unknown =
          post(journal, new Added(samples.item(new ItemId(9))), new Moved(new ItemId(5), 1));
      assertThat(unknown).isNotNull().extracting(JournalFailure::kind).isEqualTo(Kind.UNKNOWN_ITEM);
      JournalFailure twice = post(journal, new Added(item));
      assertThat(twice).isNotNull().extracting(JournalFailure::kind).isEqualTo(Kind.DUPLICATE_ITEM);
      JournalFailure large = post(journal, new SettingChanged("x", "x".repeat(Row.MOST_BYTES + 1)));
      assertThat(large).isNotNull().extracting(JournalFailure::kind).isEqualTo(Kind.TOO_LARGE);
    }
    try (Journal journal = open()) {
      assertThat(journal.contents().items()).containsExactly(item);
      assertThat(journal.contents().settings()).isEmpty();
      assertThat(journal.nextId()).isEqualTo(new ItemId(2));
    }
  }

  @Test
  void aRefusedPostDoesNotHurtTheOthersOfItsTransaction() throws Exception {
    List<StoredItem> items =
        IntStream.rangeClosed(1, 200).mapToObj(i -> samples.item(new ItemId(i))).toList();
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    try (Journal journal = open()) {
      CompletableFuture<Void> held = new CompletableFuture<>();
      CompletableFuture<Void> holding = new CompletableFuture<>();
      journal.post(
          List.of(),
          () -> {
            holding.complete(null);
            held.join(); // so that all that follows waits and goes into one transaction
          },
          failure -> {});
      holding.get(LIMIT_SECONDS, TimeUnit.SECONDS);
      List<CompletableFuture<@Nullable JournalFailure>> results = new ArrayList<>();
      for (int i = 0; i < items.size(); i++) {
        int number = i;
        CompletableFuture<@Nullable JournalFailure> result = new CompletableFuture<>();
        JournalChange change =
            i % 10 == 5 ? new Removed(new ItemId(1_000)) : new Added(items.get(i));
        journal.post(
            List.of(change, new SettingChanged("last", Integer.toString(i))),
            () -> {
              order.add(number);
              result.complete(null);
            },
            failure -> {
              order.add(number);
              result.complete(failure);
            });
        results.add(result);
      }
      held.complete(null);
      for (int i = 0; i < results.size(); i++) {
        JournalFailure failure = results.get(i).get(LIMIT_SECONDS, TimeUnit.SECONDS);
        assertThat(failure != null).as("post %s refused", i).isEqualTo(i % 10 == 5);
      }
    }
    assertThat(version())
        .as("a transaction for all, and what opening and closing do")
        .isLessThan(6);
    assertThat(order).containsExactlyElementsOf(IntStream.range(0, 200).boxed().toList());
    try (Journal journal = open()) {
      assertThat(journal.contents().items()).hasSize(180);
      assertThat(journal.contents().settings()).containsEntry("last", "199");
    }
  }

  @Test
  void aFaultInACallbackOrAChangeEndsNothing() throws Exception {
    try (Journal journal = open()) {
      journal.post(
          List.of(),
          () -> {
            throw new IllegalStateException("on purpose");
          },
          failure -> {});
      @SuppressWarnings("NullAway") // on purpose
      JournalFailure senseless =
          post(journal, new Progressed(new ItemId(1), null), new Removed(null));
      assertThat(senseless).isNotNull();
      commit(journal, new Added(samples.item(new ItemId(1))));
      @SuppressWarnings("NullAway") // on purpose
      JournalFailure fault =
          post(journal, new Moved(new ItemId(1), 5), new Progressed(new ItemId(1), null));
      assertThat(fault).isNotNull().extracting(JournalFailure::kind).isEqualTo(Kind.SENSELESS);
      commit(journal, new Committed(new ItemId(1), Spans.EMPTY));
    }
  }

  @Test
  void closingKeepsWhatWasPostedAndRefusesWhatComesLater() throws Exception {
    Journal journal = open();
    List<CompletableFuture<@Nullable JournalFailure>> results = new ArrayList<>();
    for (int i = 1; i <= 500; i++) {
      results.add(start(journal, new Added(samples.usual(new ItemId(i)))));
    }
    journal.close();
    journal.close();
    for (CompletableFuture<@Nullable JournalFailure> result : results) {
      assertThat(result).isCompletedWithValue(null);
    }
    assertThat(post(journal)).isNotNull().extracting(JournalFailure::kind).isEqualTo(Kind.CLOSED);
    try (Journal again = open()) {
      assertThat(again.contents().items()).hasSize(500);
    }
  }

  @Test
  void itsThreadCannotCloseIt() throws Exception {
    try (Journal journal = open()) {
      CompletableFuture<@Nullable Throwable> thrown = new CompletableFuture<>();
      journal.post(
          List.of(),
          () -> {
            try {
              close(journal);
              thrown.complete(null);
            } catch (IllegalStateException e) {
              thrown.complete(e);
            }
          },
          failure -> {});
      assertThat(thrown.get(LIMIT_SECONDS, TimeUnit.SECONDS))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void aSecondOpeningIsRefusedAndDoesNoHarm() throws Exception {
    try (Journal journal = open()) {
      commit(journal, new Added(samples.item(new ItemId(1))));
      assertThatThrownBy(this::open)
          .isInstanceOfSatisfying(
              JournalException.class, e -> assertThat(e.failure().kind()).isEqualTo(Kind.IN_USE));
      commit(journal, new Added(samples.item(new ItemId(2))));
    }
    try (Journal journal = open()) {
      assertThat(journal.opening()).isEqualTo(new JournalOpening.Sound());
      assertThat(journal.contents().items()).hasSize(2);
    }
  }

  @Test
  void onlyTheOwnerMayReadIt() throws Exception {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Path made = folder.resolve("made");
    try (Journal journal = open(made)) {
      commit(journal, new Added(samples.item(new ItemId(1))));
      commit(journal, new Progressed(new ItemId(1), samples.progress()));
      settle(journal);
      assertThat(names(made)).contains("journal.db-wal", "journal.bak");
      for (String name : names(made)) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.resolve(name))))
            .as(name)
            .isEqualTo("rw-------");
      }
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void nothingOfARemovedDownloadStaysInTheFiles() throws Exception {
    String secret = "tok-4f1d2ab9-secret";
    try (Journal journal = open()) {
      DownloadRequest request =
          DownloadRequest.of("https://example.org/?key=" + secret, FileWish.into(folder));
      StoredItem item = samples.usual(new ItemId(1));
      commit(
          journal,
          new Added(
              new StoredItem(
                  item.id(), request, item.added(), 1, null, Spans.EMPTY, item.progress())));
      commit(journal, new Removed(item.id()));
    }
    for (String name : names(folder)) {
      String content = Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1);
      assertThat(content.contains(secret)).as("in %s", name).isFalse();
    }
  }

  @Test
  void theSecondGenerationFollowsItsCommitsAndWhatIsIdle() throws Exception {
    JournalOptions often = new JournalOptions(CLOCK, troubles::add, 3, 60_000);
    try (Journal journal = Journal.open(folder, often)) {
      commit(journal, new SettingChanged("a", "1"));
      commit(journal, new SettingChanged("a", "2"));
      settle(journal);
      assertThat(readsInBackup("a 2")).isFalse();
      commit(journal, new SettingChanged("a", "3"));
      settle(journal);
      assertThat(readsInBackup("a 3")).isTrue();
      commit(journal, new SettingChanged("a", "4"));
      settle(journal);
      assertThat(readsInBackup("a 4")).isFalse();
    }
    assertThat(readsInBackup("a 4")).as("at closing").isTrue();
    JournalOptions soon = new JournalOptions(CLOCK, troubles::add, 1_000, 1);
    try (Journal journal = Journal.open(folder, soon)) {
      commit(journal, new SettingChanged("a", "5"));
      while (!readsInBackup("a 5")) {
        settle(journal); // the test's own time limit ends this
      }
    }
    assertThat(troubles).isEmpty();
  }

  private boolean readsInBackup(String keyAndValue) throws Exception {
    List<Row> rows = new ArrayList<>();
    try (RawFile file = RawFile.open(folder.resolve("journal.bak"))) {
      for (long page = 1; page <= file.pages(); page++) {
        RawLeaf.rows(Objects.requireNonNull(file.page(page)), file, rows::add);
      }
    }
    return rows.stream()
        .filter(row -> row.table() == Table.SETTING)
        .anyMatch(
            row ->
                keyAndValue.equals(SmallRows.settingKey(row) + " " + SmallRows.settingValue(row)));
  }

  private long version() throws Exception {
    return Objects.requireNonNull(MarkFile.read(folder.resolve("journal.mark"))).version();
  }

  @Test
  void hostsThatWereLearnedLongAgoAreForgotten() throws Exception {
    try (Journal journal = open()) {
      List<JournalChange> changes = new ArrayList<>();
      for (int i = 0; i < HostFacts.MOST_HOSTS + 10; i++) {
        changes.add(
            new HostLearned(new HostFacts("h" + i, 1, Set.of(), 0, 0, Instant.ofEpochSecond(i))));
      }
      commit(journal, changes.subList(0, 10).toArray(JournalChange[]::new));
      commit(journal, changes.subList(10, changes.size()).toArray(JournalChange[]::new));
    }
    try (Journal journal = open()) {
      assertThat(journal.contents().hosts()).hasSize(HostFacts.MOST_HOSTS);
      assertThat(journal.contents().hosts().stream().map(HostFacts::host))
          .doesNotContain("h0", "h9")
          .contains("h10", "h" + (HostFacts.MOST_HOSTS + 9));
    }
  }

  @Test
  void tenThousandDownloadsFit() throws Exception {
    try (Journal journal = open()) {
      for (int i = 1; i <= 10_000; i++) {
        start(journal, new Added(samples.usual(new ItemId(i))));
      }
      for (int round = 0; round < 3; round++) {
        for (int i = 1; i <= 10_000; i++) {
          start(journal, new Committed(new ItemId(i), samples.spans(8)));
        }
      }
      settle(journal);
      assertThat(Files.size(folder.resolve("journal.db"))).isLessThan(50L << 20);
    }
    try (Journal journal = open()) {
      assertThat(journal.contents().items()).hasSize(10_000);
      assertThat(journal.opening()).isEqualTo(new JournalOpening.Sound());
    }
    assertThat(Files.size(folder.resolve("journal.db"))).isLessThan(50L << 20);
    assertThat(troubles).isEmpty();
  }

  private static void close(Journal journal) {
    journal.close();
  }
}
