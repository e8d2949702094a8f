package org.sluice.engine.download;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.CertificateProblem;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.Proof;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.range.Spans;

/// One download at the moment of a snapshot.
///
/// **Threads**: immutable.
///
/// @param name of the file, or what it will likely be
/// @param address without a secret in it
/// @param place where it stands in the list
/// @param standing its state, and why
/// @param amount how far it is
/// @param file where the bytes are
/// @param proof how sure it is that the parts belong together
/// @param segments what it fetches now; empty unless it runs
/// @param why what slows it down or makes it wait, a sentence each; empty for nothing
public record ItemView(
    ItemId id,
    String name,
    String address,
    Place place,
    Standing standing,
    Amount amount,
    FileView file,
    Proof proof,
    List<SegmentView> segments,
    List<String> why) {
  public ItemView {
    segments = List.copyOf(segments);
    why = List.copyOf(why);
  }

  public ItemState state() {
    return standing.state;
  }

  /// Where a download stands in the list.
  ///
  /// @param number within the queue; lower goes first among equal priorities
  public record Place(String queue, int priority, long number, Instant added) {}

  /// The state of a download, and why.
  ///
  /// @param sentence for a person; empty where the state says all
  /// @param until when a waiting goes on; null if not by time
  /// @param finished when it was complete; null if it is not
  /// @param retries since there was more of the file than ever before
  /// @param code how its last transfer failed in this process; null if none has
  /// @param certificate what is wrong with the server's certificate, if that is why; else null.
  ///   A `TrustedCertificate` made of its host, port and first fingerprint lets it pass
  /// @param transfer the number of the transfer that failed last in its run, which may have been
  ///   tried again; 0 if none has, or if what failed last was no transfer
  public record Standing(
      ItemState state,
      StateReason reason,
      String sentence,
      @Nullable Instant until,
      @Nullable Instant finished,
      int retries,
      @Nullable TransferErrorCode code,
      @Nullable CertificateProblem certificate,
      long transfer) {
    /// Without a transfer.
    public Standing(
        ItemState state,
        StateReason reason,
        String sentence,
        @Nullable Instant until,
        @Nullable Instant finished,
        int retries,
        @Nullable TransferErrorCode code) {
      this(state, reason, sentence, until, finished, retries, code, null, 0);
    }
  }

  /// How far a download is.
  ///
  /// @param length of the whole file; -1 if unknown
  /// @param received bytes of the file that are here, forced to the disk or not
  /// @param committed of these, bytes that a power cut cannot take
  /// @param fetched bytes over the network in all runs
  /// @param bytesPerSecond over the last seconds; 0 unless it runs
  /// @param etaSeconds until it is complete; -1 for unknown
  /// @param verified bytes that have been read again; -1 unless it is verified now
  /// @param limitBytesPerSecond of this download; 0 for none
  /// @param connections in use now
  public record Amount(
      long length,
      long received,
      long committed,
      long fetched,
      long bytesPerSecond,
      long etaSeconds,
      long verified,
      long limitBytesPerSecond,
      int connections) {}

  /// Where the bytes of a download are.
  ///
  /// @param target what the file will be, or is; null while it has no name
  /// @param part where the bytes are meanwhile; null before there are any
  /// @param spans which bytes are here
  /// @param contentType as the server said; null if it did not
  public record FileView(
      @Nullable Path target, @Nullable Path part, Spans spans, @Nullable String contentType) {}
}
