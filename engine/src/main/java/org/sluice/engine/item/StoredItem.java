package org.sluice.engine.item;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.range.Spans;

/// A download as the journal keeps it.
///
/// @param added when the user asked for it
/// @param place in its queue; lower goes first among equal priorities
/// @param identity null before the first answer of a server; only announced while its file is made
/// @param committed what is on the disk and was forced there
/// @param progress what stands beside the bytes
public record StoredItem(
    ItemId id,
    DownloadRequest request,
    Instant added,
    long place,
    @Nullable Identity identity,
    Spans committed,
    Progress progress) {

  /// The file that an item has taken: what it is on the disk and what the server said of it.
  ///
  /// @param target absolute
  /// @param part absolute, in the same folder
  /// @param partKey the file system's own key of the part file, by which it is known again; null
  ///   where there is none
  /// @param address the last hop of the redirects
  public record Identity(
      Path target,
      Path part,
      @Nullable String partKey,
      Validators validators,
      String address,
      Proof proof) {
    /// Stands for a key as long as the part file has only been announced.
    private static final String ANNOUNCED = "announced";

    /// A file that is about to be made: should the process die now, an empty one may be there.
    public static Identity announced(Path target, Path part) {
      return new Identity(target, part, ANNOUNCED, Validators.UNKNOWN, "", Proof.NOT_NEEDED);
    }

    /// Whether the file may not have been made.
    public boolean isAnnounced() {
      return ANNOUNCED.equals(partKey);
    }
  }

  /// How far it is, and why no further.
  ///
  /// @param sentence for a person; empty where the state says all
  /// @param until when a waiting goes on; null if not by time
  /// @param finished when it was complete; null if it is not
  /// @param fetchedBytes over the network, in all runs
  /// @param retries since the last byte that came
  public record Progress(
      ItemState state,
      StateReason reason,
      String sentence,
      @Nullable Instant until,
      @Nullable Instant finished,
      long fetchedBytes,
      int retries) {
    public static final Progress NEW =
        new Progress(ItemState.QUEUED, StateReason.NONE, "", null, null, 0, 0);
  }
}
