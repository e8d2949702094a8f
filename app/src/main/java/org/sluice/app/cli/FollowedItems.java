package org.sluice.app.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sluice.app.cli.ListRun.RunRules;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;

/// The downloads of a run, each from its beginning to its end.
///
/// **Threads**: the main thread.
final class FollowedItems {
  /// Hears of them.
  interface Listener {
    void begun(ItemView item, Begun begun);

    /// It has another state, and goes on by itself.
    void changed(ItemView item);

    /// @param own whether this process was started for it
    void ended(ItemView item, RunEnd end, boolean own);

    /// It is not to go on any more.
    void late(ItemId id);
  }

  /// So long after a pause it is sure that it was none on the way out of the list.
  private static final Duration PAUSED = Duration.ofMillis(500);

  private final RunRules rules;
  private final Listener listener;
  private final NavigableMap<ItemId, Followed> open = new TreeMap<>();
  private final Map<ItemId, ItemView> early = new HashMap<>();

  FollowedItems(RunRules rules, Listener listener) {
    this.rules = rules;
    this.listener = listener;
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  int size() {
    return open.size();
  }

  /// Those that have not ended.
  Set<ItemId> open() {
    return Set.copyOf(open.keySet());
  }

  /// Follows one more.
  ///
  /// @param more whether others are on their way into the list
  /// @return false if nothing was heard of it yet: somebody has to look
  boolean add(Told.Taken taken, boolean more, Instant now) {
    ItemView heard = early.remove(taken.id());
    if (!more) {
      early.clear();
    }
    open.put(taken.id(), new Followed(taken.begun(), taken.own()));
    if (heard != null) {
      see(heard, more, now);
    }
    return heard != null;
  }

  /// What `item` is now.
  ///
  /// @param more whether others are on their way into the list, of which it may be one
  void see(ItemView item, boolean more, Instant now) {
    Followed followed = open.get(item.id());
    if (followed == null) {
      if (more) {
        early.put(item.id(), item);
      }
      return;
    }
    ItemView before = followed.last;
    followed.last = item;
    if (before == null) {
      listener.begun(item, followed.begun);
    } else if (before.state() != item.state() && RunEnd.goesOn(item)) {
      listener.changed(item);
    }
    if (item.state() != ItemState.QUEUED && followed.since == null) {
      followed.since = now;
    }
    if (isRefusedAgain(followed, before, item)) {
      end(followed, item, RunEnd.STOPPED);
      listener.late(item.id());
    } else if (RunEnd.goesOn(item)) {
      followed.leaving = null;
    } else if (item.standing().reason() == StateReason.BY_USER && !followed.late) {
      followed.leaving = now; // what is removed is paused before
    } else {
      boolean timedOut = followed.late && item.state() != ItemState.COMPLETE;
      end(followed, item, timedOut ? RunEnd.TIMED_OUT : RunEnd.of(item, rules.skipsExisting()));
    }
  }

  /// Whether the server has asked to wait more often than anybody can be asked to.
  private boolean isRefusedAgain(Followed followed, @Nullable ItemView before, ItemView item) {
    boolean waits =
        item.state() == ItemState.WAITING && item.standing().reason() == StateReason.SERVER_BUSY;
    if (!waits || (before != null && before.state() == ItemState.WAITING)) {
      return false;
    }
    long received = item.amount().received();
    followed.waits = received == followed.receivedAtWait ? followed.waits + 1 : 1;
    followed.receivedAtWait = received;
    return followed.waits > rules.mostWaits();
  }

  /// It is not in the list any more.
  void removed(ItemId id) {
    Followed followed = open.get(id);
    if (followed != null && followed.last != null) {
      end(followed, followed.last, RunEnd.REMOVED);
    }
  }

  private void end(Followed followed, ItemView item, RunEnd end) {
    open.remove(item.id());
    listener.ended(item, end, followed.own);
  }

  /// Time has passed: ends those that somebody has paused, and not in order to remove them; finds
  /// those whose time is up.
  ///
  /// @param all of the list
  /// @return those of this run that have not ended
  List<ItemView> tick(List<ItemView> all, Instant now) {
    for (Followed followed : List.copyOf(open.values())) {
      ItemView item = followed.last;
      Instant leaving = followed.leaving;
      if (item != null && leaving != null && leaving.plus(PAUSED).isBefore(now)) {
        end(followed, item, RunEnd.STOPPED);
      }
    }
    List<ItemView> items = new ArrayList<>();
    for (ItemView item : all) {
      Followed followed = open.get(item.id());
      if (followed != null) {
        items.add(item);
        if (isLate(followed, now)) {
          followed.late = true;
          listener.late(item.id());
        }
      }
    }
    return items;
  }

  private boolean isLate(Followed followed, Instant now) {
    return !rules.maxTime().isZero()
        && !followed.late
        && followed.since != null
        && followed.since.plus(rules.maxTime()).isBefore(now);
  }

  /// One that has not ended.
  private static final class Followed {
    private final Begun begun;
    private final boolean own;
    private @Nullable ItemView last;
    private @Nullable Instant since;
    private @Nullable Instant leaving;
    private boolean late;
    private int waits;
    private long receivedAtWait = -1;

    private Followed(Begun begun, boolean own) {
      this.begun = begun;
      this.own = own;
    }
  }
}
