package org.sluice.engine.download;

import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;

/// Something that a face must not miss; progress is no event, it is sampled.
public sealed interface DownloadEvent {
  /// A download is in the list, and the journal knows it.
  record Added(ItemView item) implements DownloadEvent {}

  /// It has another state now, or another reason for the same.
  ///
  /// @param before the state that it had
  record Changed(ItemView item, ItemState before) implements DownloadEvent {}

  /// Its file has a name now.
  record Named(ItemView item) implements DownloadEvent {}

  /// It is not in the list any more.
  record Removed(ItemId id) implements DownloadEvent {}

  /// Something that concerns all downloads: a network that wants a sign-in, a journal that had to
  /// be rebuilt.
  ///
  /// @param sentence for a person
  record Notice(Topic topic, String sentence) implements DownloadEvent {}

  /// What a notice is about.
  enum Topic {
    /// The network wants a sign-in, or does no more.
    SIGN_IN,
    /// The network or the machine was away.
    NETWORK,
    /// A volume is full, or has room again.
    DISK,
    /// The journal was set aside, or cannot be written.
    JOURNAL,
    /// What was to be done after a download could not be done.
    AFTER,
    /// A queue is done, and its rules say that the program ends now.
    QUIT
  }
}
