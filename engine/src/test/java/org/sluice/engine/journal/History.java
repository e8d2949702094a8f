package org.sluice.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StoredItem;
import org.sluice.engine.journal.JournalChange.Added;
import org.sluice.engine.journal.JournalChange.Committed;
import org.sluice.engine.journal.JournalChange.Identified;
import org.sluice.engine.journal.JournalChange.Progressed;
import org.sluice.engine.journal.JournalChange.Removed;
import org.sluice.engine.journal.JournalChange.Requested;

/// Posts made of a seed, and every state of every download that was reported as committed.
final class History {
  private final Random random;
  private final Samples samples;
  private final Map<ItemId, List<StoredItem>> states = new HashMap<>();
  private final Map<ItemId, StoredItem> now = new TreeMap<>();
  private Map<ItemId, StoredItem> inBackup = Map.of();
  private long highest;

  History(long seed) {
    random = new Random(seed);
    samples = new Samples(seed);
  }

  /// Commits `count` posts, one after the other.
  void go(Journal journal, int count) throws Exception {
    for (int i = 0; i < count; i++) {
      StoredItem after = step(journal);
      if (after != null) {
        now.put(after.id(), after);
        states.computeIfAbsent(after.id(), id -> new ArrayList<>()).add(after);
      }
    }
  }

  /// Commits how far `count` downloads have come, which the log alone keeps at first.
  void progress(Journal journal, int count) throws Exception {
    for (int i = 0; i < count; i++) {
      StoredItem after = progress(journal, anyItem());
      now.put(after.id(), after);
      states.getOrDefault(after.id(), new ArrayList<>()).add(after);
    }
  }

  private StoredItem anyItem() {
    List<StoredItem> all = List.copyOf(now.values());
    return all.get(random.nextInt(all.size()));
  }

  private StoredItem progress(Journal journal, StoredItem old) throws Exception {
    StoredItem fresh = samples.item(old.id());
    JournalTestBase.commit(
        journal,
        new Committed(old.id(), fresh.committed()),
        new Progressed(old.id(), fresh.progress()));
    return new StoredItem(
        old.id(),
        old.request(),
        old.added(),
        old.place(),
        old.identity(),
        fresh.committed(),
        fresh.progress());
  }

  private @Nullable StoredItem step(Journal journal) throws Exception {
    if (now.isEmpty() || random.nextInt(5) == 0) {
      ItemId id = journal.nextId();
      highest = id.value();
      // Some are longer than a page.
      StoredItem item = random.nextInt(8) == 0 ? longOne(id) : samples.item(id);
      JournalTestBase.commit(journal, new Added(item));
      return item;
    }
    StoredItem old = anyItem();
    StoredItem fresh = samples.item(old.id());
    switch (random.nextInt(12)) {
      case 0 -> {
        JournalTestBase.commit(journal, new Removed(old.id()));
        now.remove(old.id());
        return null;
      }
      case 1 -> {
        JournalTestBase.commit(
            journal,
            new Identified(old.id(), fresh.identity()),
            new Committed(old.id(), fresh.committed()));
        return new StoredItem(
            old.id(),
            old.request(),
            old.added(),
            old.place(),
            fresh.identity(),
            fresh.committed(),
            old.progress());
      }
      case 2 -> {
        JournalTestBase.commit(journal, new Requested(old.id(), fresh.request()));
        return new StoredItem(
            old.id(),
            fresh.request(),
            old.added(),
            old.place(),
            old.identity(),
            old.committed(),
            old.progress());
      }
      default -> {
        return progress(journal, old);
      }
    }
  }

  private StoredItem longOne(ItemId id) {
    StoredItem item = samples.item(id);
    return new StoredItem(
        id,
        item.request(),
        item.added(),
        item.place(),
        item.identity(),
        samples.spans(2_000),
        item.progress());
  }

  /// The second generation has what is there now.
  void backedUp() {
    inBackup = Map.copyOf(now);
  }

  int size() {
    return now.size();
  }

  /// How many downloads of `journal` are as they were last.
  long upToDate(Journal journal) {
    return journal.contents().items().stream()
        .filter(item -> item.equals(now.get(item.id())))
        .count();
  }

  /// Nothing is there that was not committed, and nothing is gone that the second generation has.
  void check(Journal journal, String how) {
    JournalContents contents = journal.contents();
    switch (journal.opening()) {
      case JournalOpening.New _ -> throw new AssertionError(how + ": taken for a new journal");
      case JournalOpening.Sound _ ->
          assertThat(contents.items()).as(how).containsExactlyInAnyOrderElementsOf(now.values());
      case JournalOpening.Recovered recovered -> {
        assertThat(recovered.sentence()).as(how).isNotBlank();
        assertThat(recovered.verifyFirst()).as(how).isEqualTo(contents.verifyFirst());
        Map<ItemId, StoredItem> found = new HashMap<>();
        for (StoredItem item : contents.items()) {
          found.put(item.id(), item);
          List<StoredItem> known = states.getOrDefault(item.id(), List.of());
          assertThat(known.contains(item)).as("%s: %s was committed", how, item.id()).isTrue();
          assertThat(recovered.verifyFirst().contains(item.id()))
              .as("%s: %s is to be verified", how, item.id())
              .isEqualTo(item.progress().state() != ItemState.COMPLETE);
        }
        inBackup.forEach((id, old) -> checkNotOlder(found, id, old, how));
      }
    }
    assertThat(contents.unusable()).as(how).isEmpty();
    assertThat(journal.nextId().value()).as("%s: next number", how).isGreaterThan(highest);
  }

  private void checkNotOlder(Map<ItemId, StoredItem> found, ItemId id, StoredItem old, String how) {
    StoredItem item = found.get(id);
    if (now.containsKey(id)) {
      assertThat(item).as("%s: %s, which the second generation has", how, id).isNotNull();
      List<StoredItem> known = states.getOrDefault(id, List.of());
      assertThat(known.lastIndexOf(item))
          .as("%s: %s is as new as in the second generation", how, id)
          .isGreaterThanOrEqualTo(known.indexOf(old));
    }
  }
}
