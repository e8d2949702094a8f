package org.sluice.engine.journal;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.StoredItem;
import org.sluice.engine.item.StoredItem.Identity;
import org.sluice.engine.item.StoredItem.Progress;
import org.sluice.engine.range.Spans;

/// One thing that the journal is to know.
///
/// **Errors**: a change of an item that is not there fails its whole post with
/// [JournalFailure.Kind#UNKNOWN_ITEM].
public sealed interface JournalChange {

  /// A download is new in the list.
  record Added(StoredItem item) implements JournalChange {}

  /// The address, a limit, the queue or the priority is another one now.
  record Requested(ItemId id, DownloadRequest request) implements JournalChange {}

  /// The item has a file, or, with null, has none any more.
  record Identified(ItemId id, @Nullable Identity identity) implements JournalChange {}

  /// What is on the disk now and was forced there.
  ///
  /// @param all of the item, not only what is new
  record Committed(ItemId id, Spans all) implements JournalChange {}

  /// The item is in another state, or the same at another count.
  record Progressed(ItemId id, Progress progress) implements JournalChange {}

  /// The item stands elsewhere in its queue.
  record Moved(ItemId id, long place) implements JournalChange {}

  /// The item no longer needs to be verified before it goes on.
  record Verified(ItemId id) implements JournalChange {}

  /// The item leaves the list; its number is not given again.
  record Removed(ItemId id) implements JournalChange {}

  /// A queue is new or has changed; its name says which.
  record QueueChanged(QueueRow queue) implements JournalChange {}

  /// A queue is gone; none of that name is no error.
  record QueueRemoved(String name) implements JournalChange {}

  /// Something was learned of a server; replaces what was known.
  record HostLearned(HostFacts facts) implements JournalChange {}

  /// A setting has this value now.
  ///
  /// @param key of at most [#MOST_KEY_CHARS]; what begins with `journal.` belongs to the journal
  /// @param value null to forget it
  record SettingChanged(String key, @Nullable String value) implements JournalChange {
    public static final int MOST_KEY_CHARS = 200;

    public SettingChanged {
      if (key.isBlank() || key.length() > MOST_KEY_CHARS) {
        throw new IllegalArgumentException("not a name of a setting: \"" + key + "\"");
      }
      if (key.startsWith("journal.")) {
        throw new IllegalArgumentException("settings of the journal are its own: " + key);
      }
    }
  }
}
