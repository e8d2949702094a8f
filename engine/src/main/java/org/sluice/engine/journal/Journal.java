package org.sluice.engine.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.sluice.engine.item.ItemId;

/// The list of downloads on the disk: read once at opening, written by posts.
///
/// A post is committed whole or not at all, in the order of the posts; what waits at the same time goes
/// into one transaction. What was reported as committed survives a kill and a power cut.
///
/// **Threads**: any thread may call; callbacks come on `sluice-journal` and must not wait there.
///
/// **Errors**: every post ends in exactly one of its two callbacks. A post after [#close] fails on the
/// thread of the caller.
public interface Journal extends AutoCloseable {

  /// Opens the journal of `folder`, or makes a new one; the folder is made too.
  ///
  /// A damaged journal is no error: it is set aside, and what can be read of it and of its second
  /// generation is the new one. [#opening] then says so.
  ///
  /// **Threads**: blocks for as long as the list takes to read.
  ///
  /// @throws JournalException if there is none to work with: a newer schema, another process, no right to
  ///     write, a full disk
  static Journal open(Path folder, JournalOptions options) throws JournalException {
    return SqliteJournal.open(folder, options);
  }

  /// How the opening went; anything but [JournalOpening.Sound] and [JournalOpening.New] is to be told to
  /// the user.
  JournalOpening opening();

  /// What was there at opening; it does not change.
  JournalContents contents();

  /// A number for a new download, never given before.
  ItemId nextId();

  /// Commits `changes` together.
  ///
  /// @param changes none to hear when all that was posted before is committed
  /// @param onCommitted after the disk has them
  /// @param onFailed if none of them was committed
  void post(List<JournalChange> changes, Runnable onCommitted, Consumer<JournalFailure> onFailed);

  /// Commits what was posted, writes the second generation, and ends.
  ///
  /// **Threads**: waits for `sluice-journal`, so it must not be called there.
  @Override
  void close();
}
