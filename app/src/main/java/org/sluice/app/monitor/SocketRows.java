package org.sluice.app.monitor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Arrangement;
import org.sluice.app.tape.SerialMap;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.loop.SocketView;
import org.sluice.engine.multi.Poll;

/// The rows of the socket table, by number; a closed socket stays for [#LEAVE_NANOS].
///
/// Only rows that can be seen get words: ten thousand sockets cost ten thousand assignments, not ten
/// thousand texts. **Threads**: JavaFX.
public final class SocketRows {
  /// How long a removed socket keeps its dimmed row.
  public static final long LEAVE_NANOS = 2_000_000_000L;

  /// Rows that are measured at once although nobody sees them.
  private static final int AT_ONCE = 1_000;

  /// Many rows are put in groups, or looked through for words, seldom: ten thousand once a second.
  private static final long ARRANGE_NANOS_PER_ROW = 100_000L;

  /// Rows that may have come to be seen below the last one.
  private static final int MOST_BELOW = 60;

  /// What rows stand together.
  public enum Grouping {
    NONE,
    HOST,
    TRANSFER
  }

  private final ObservableList<SocketRow> rows = FXCollections.observableArrayList();
  private final List<SocketRow> all = new ArrayList<>();
  private final SerialMap<SocketRow> bySerial = new SerialMap<>();
  private final Map<String, SocketRow> headings = new HashMap<>();
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObjectProperty<Grouping> grouping = new SimpleObjectProperty<>(Grouping.NONE);
  private final ObjectProperty<@Nullable SocketRow> chosen = new SimpleObjectProperty<>();
  private final IntegerProperty count = new SimpleIntegerProperty();
  private boolean changed;
  private boolean someGone;
  private int round;
  private long arrangedNanos;
  private long refreshes;
  private long nowNanos;
  private int firstSeen;
  private int lastSeen = Integer.MAX_VALUE;

  public SocketRows() {
    filter.subscribe(_ -> arrange());
    grouping.subscribe(_ -> arrange());
  }

  /// What the table shows: sockets that the filter lets through, and headings of groups.
  public ObservableList<SocketRow> rows() {
    return rows;
  }

  /// How many sockets there are, whatever the filter says.
  public ReadOnlyIntegerProperty countProperty() {
    return count;
  }

  /// Words that rows must have: number, peer, protocol, state or transfer; empty for all.
  public StringProperty filterProperty() {
    return filter;
  }

  public ObjectProperty<Grouping> groupingProperty() {
    return grouping;
  }

  /// The row that is selected; it is none any more when it leaves.
  ObjectProperty<@Nullable SocketRow> chosenProperty() {
    return chosen;
  }

  /// The row of a socket; null if it has none.
  public @Nullable SocketRow find(long serial) {
    return bySerial.get(serial);
  }

  /// These rows can be seen now; the others get no words.
  void seen(int first, int last) {
    boolean more = first != firstSeen || last != lastSeen;
    firstSeen = first;
    lastSeen = last;
    if (more) {
      show(false);
    }
  }

  /// The engine asked to watch a socket for something else.
  void poll(long serial, Poll poll) {
    SocketRow row = bySerial.get(serial);
    if (row != null && !row.gone()) {
      row.poll(poll);
    }
  }

  /// Forgets the past: another moment is shown next.
  void restart() {
    all.forEach(SocketRow::restart);
    refreshes = 0;
  }

  void update(LoopSnapshot snapshot, long now) {
    nowNanos = now;
    boolean newPoint = refreshes++ % 2 == 0;
    take(snapshot, newPoint, now);
    count.set(all.size());
    boolean roomBelow = !rows.isEmpty() && lastSeen == rows.size() - 1;
    boolean chosen = !filter.get().isBlank() || grouping.get() != Grouping.NONE;
    if (changed || (chosen && now - arrangedNanos > all.size() * ARRANGE_NANOS_PER_ROW)) {
      arrangedNanos = now;
      arrange();
    }
    if (roomBelow) {
      lastSeen = Math.min(rows.size() - 1, lastSeen + MOST_BELOW); // until the table says it again
    }
    show(newPoint);
  }

  /// Takes in a moment before the one that is shown, for rates and curves.
  void past(LoopSnapshot snapshot, long now) {
    take(snapshot, refreshes++ % 2 == 0, now);
  }

  /// Rows and sockets both stand by number, so they are gone through side by side.
  private void take(LoopSnapshot snapshot, boolean newPoint, long now) {
    List<SocketRow> fresh = new ArrayList<>();
    int at = 0;
    for (SocketView view : snapshot.sockets()) {
      for (; at < all.size() && all.get(at).serial() < view.serial(); at++) {
        leave(all.get(at), now);
      }
      boolean known = at < all.size() && all.get(at).serial() == view.serial();
      SocketRow row = known ? all.get(at++) : new SocketRow(view.serial());
      row.take(view);
      if (!known) {
        bySerial.put(view.serial(), row);
        fresh.add(row);
      }
    }
    for (; at < all.size(); at++) {
      leave(all.get(at), now);
    }
    if (!fresh.isEmpty()) {
      all.addAll(fresh);
      all.sort(Comparator.comparingLong(SocketRow::serial));
      changed = true;
    }
    drop(row -> row.goneSince(now - LEAVE_NANOS));
    measure(snapshot.nanos(), newPoint);
  }

  private void leave(SocketRow row, long now) {
    row.leave(now);
    someGone = true;
  }

  private void drop(Predicate<SocketRow> which) {
    if (someGone && all.removeIf(which)) {
      someGone = all.stream().anyMatch(SocketRow::gone);
      changed = true;
      bySerial.clear();
      all.forEach(row -> bySerial.put(row.serial(), row));
    }
  }

  /// Rates and curves: of those that can be seen each time, of many others in turns.
  private void measure(long nanos, boolean newPoint) {
    int rounds = all.size() / AT_ONCE + 1;
    if (rounds == 1) {
      all.forEach(row -> row.measure(nanos, newPoint ? 1 : 0));
      return;
    }
    round = (round + 1) % rounds;
    int points = Math.ceilDiv(rounds, 2);
    for (int i = round; i < all.size(); i += rounds) {
      all.get(i).measure(nanos, points);
    }
    for (SocketRow row : visible()) {
      row.measure(nanos, newPoint ? 1 : 0);
    }
  }

  /// Takes rows out that had left already at the moment that is shown.
  void forgetUnknown(LoopSnapshot snapshot) {
    SerialMap<SocketView> present = new SerialMap<>();
    snapshot.sockets().forEach(view -> present.put(view.serial(), view));
    someGone = true;
    drop(row -> present.get(row.serial()) == null);
  }

  private List<SocketRow> visible() {
    int last = Math.min(lastSeen, rows.size() - 1);
    int first = Math.max(0, firstSeen);
    return first > last ? List.of() : rows.subList(first, last + 1);
  }

  private void show(boolean newPoint) {
    visible().forEach(row -> row.show(nowNanos, newPoint));
  }

  private void arrange() {
    changed = false;
    List<SocketRow> wanted = all;
    String text = filter.get().strip().toLowerCase(Locale.ROOT);
    if (!text.isEmpty()) {
      List<String> words = List.of(text.split(" +", -1));
      wanted = all.stream().filter(row -> row.has(words)).toList();
    }
    if (grouping.get() != Grouping.NONE) {
      wanted = grouped(wanted);
    }
    Arrangement.of(rows, wanted, chosen);
  }

  private List<SocketRow> grouped(List<SocketRow> some) {
    Map<String, List<SocketRow>> groups = new TreeMap<>(Comparator.comparing(SocketRows::sortable));
    for (SocketRow row : some) {
      groups.computeIfAbsent(key(row), _ -> new ArrayList<>()).add(row);
    }
    List<SocketRow> wanted = new ArrayList<>();
    groups.forEach(
        (key, members) -> {
          SocketRow heading =
              headings.computeIfAbsent(
                  key, _ -> SocketRow.heading(headings.size(), key, members.size()));
          heading.renumber(key, members.size());
          wanted.add(heading);
          wanted.addAll(members);
        });
    headings.keySet().retainAll(groups.keySet());
    return wanted;
  }

  private String key(SocketRow row) {
    return switch (grouping.get()) {
      case NONE, HOST -> row.host();
      case TRANSFER -> row.firstTransfer() == 0 ? "–" : "E" + row.firstTransfer();
    };
  }

  /// E2 before E10; what belongs to nothing last.
  private static String sortable(String key) {
    if (key.equals("–")) {
      return "\uffff";
    }
    boolean handle = key.matches("E[0-9]+");
    return handle ? "E" + "0".repeat(Math.max(0, 19 - key.length())) + key.substring(1) : key;
  }
}
