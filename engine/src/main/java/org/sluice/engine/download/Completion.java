package org.sluice.engine.download;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.checksum.BrokenPieces;
import org.sluice.engine.checksum.Verdict;
import org.sluice.engine.disk.DiskFailure;
import org.sluice.engine.disk.FinishOrder;
import org.sluice.engine.disk.Finished;
import org.sluice.engine.disk.PartFile;
import org.sluice.engine.disk.WebMark;
import org.sluice.engine.http.HttpDate;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.PieceHashes;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.item.StoredItem.Identity;
import org.sluice.engine.range.Spans;

/// The end of a file: its hashes, which are computed while it grows, and then its name.
///
/// **Threads**: confined to the loop.
final class Completion implements Hashing.Listener {
  /// Who is told.
  interface Boss {
    /// Every byte is there and is hashed now.
    void verifying();

    /// The hash of the whole file is right.
    void proven();

    /// It is over.
    void completed(Ending ending);

    /// These pieces are not what they must be; the rest is.
    void broken(Spans pieces);

    /// The hash of the whole file is wrong, and nobody knows where.
    void wrong(Ending why);

    /// It does not get its name, but everything is kept.
    void refused(Ending ending);

    void diskFailed(DiskFailure failure);
  }

  private final Site site;
  private final Item item;
  private final PartWork part;
  private final Knowledge know;
  private final Boss boss;
  private @Nullable Hashing hashing;
  private final Learned learned;
  private boolean awaited;
  private boolean naming;
  private boolean stopped;

  Completion(Site site, Item item, PartWork part, Knowledge know, Boss boss) {
    this.site = site;
    this.item = item;
    this.part = part;
    this.know = know;
    this.boss = boss;
    learned = new Learned(site, item, know, this::described);
  }

  /// What a head says of the file besides.
  ///
  /// @param first the address that was asked
  /// @param at where the answer came from in the end
  void learn(String first, String at, ResponseHead head) {
    learned.learn(first, at, head);
    opened();
  }

  /// A Metalink came, or does not: what is hashed may be more now.
  private void described() {
    if (stopped) {
      return;
    }
    if (hashing != null && !hashing.covers(worthComputing(), item.request().pieces())) {
      hashing.stop();
      hashing = null;
    }
    opened();
    if (awaited) {
      begin();
    }
  }

  private Set<Checksum.Algorithm> worthComputing() {
    return Verdict.worthComputing(item.request().checksums(), learned.ofServer());
  }

  /// The file can be read from now on.
  void opened() {
    PartFile file = part.file();
    PieceHashes pieces = item.request().pieces();
    Set<Checksum.Algorithm> algorithms = worthComputing();
    boolean anything = pieces != null || !algorithms.isEmpty();
    boolean mayBegin = pieces == null || know.length() >= 0; // else the pieces cannot be told
    if (hashing == null && file != null && anything && mayBegin) {
      hashing = new Hashing(file, algorithms, pieces, know.length(), this);
    }
  }

  /// There is more of the file.
  void grown() {
    if (hashing != null) {
      hashing.grown(part.here().prefix());
    }
  }

  /// Every byte is there.
  void begin() {
    awaited = learned.isAsking();
    if (awaited) {
      return; // what it says of the file is known in a moment
    }
    opened();
    Hashing hashes = hashing;
    PieceHashes pieces = item.request().pieces();
    if (pieces != null && know.length() > 0 && !pieces.fits(know.length())) {
      boss.refused(
          Ending.failed(
              StateReason.WRONG_CHECKSUM,
              BrokenPieces.otherLength(pieces, know.length()) + "; it was kept, do not use it"));
    } else if (hashes == null) {
      giveName();
    } else {
      boss.verifying();
      hashes.complete(know.length());
    }
  }

  /// Nobody wants to know any more.
  ///
  /// @return false if the file is getting its name already, which cannot be stopped
  boolean stop() {
    if (naming) {
      return false;
    }
    stopped = true;
    learned.stop();
    if (hashing != null) {
      hashing.stop();
    }
    return true;
  }

  /// Whether the file is complete and waits for the Metalink that describes it.
  boolean isAwaiting() {
    return awaited && learned.isAsking();
  }

  boolean isNaming() {
    return naming;
  }

  /// Bytes that were hashed; -1 if it is not verified now.
  long verifiedBytes() {
    Hashing now = hashing;
    return now != null && item.state() == ItemState.VERIFYING ? now.hashedTo() : -1;
  }

  @Override
  public void hashed(List<Checksum> computed, Spans broken) {
    if (stopped) {
      return;
    }
    if (!broken.isEmpty()) {
      boss.broken(broken);
      return;
    }
    switch (Verdict.of(learned.expected(), computed)) {
      case Verdict.Differs differs ->
          boss.wrong(Ending.failed(StateReason.WRONG_CHECKSUM, differs.sentence()));
      case Verdict.Matches matches -> {
        know.hashed(matches.sentence());
        boss.proven();
        giveName();
      }
      case Verdict.Unknown _ -> giveName();
    }
  }

  @Override
  public void unreadable(DiskFailure failure) {
    boss.diskFailed(failure);
  }

  private void giveName() {
    FileWish wish = item.request().file();
    String modified = know.known().lastModified();
    FinishOrder order =
        new FinishOrder(
            know.length(),
            wish.ifExists(),
            wish.webMark()
                ? new WebMark(know.address(), null, site.options.clock().instant())
                : null,
            wish.serverTime() && modified != null ? HttpDate.parse(modified).orElse(null) : null);
    naming = true;
    part.hand().finish(order, this::finished);
  }

  private void finished(Finished result) {
    naming = false;
    switch (result) {
      case Finished.Saved(Path target, List<Finished.Note> notes) -> {
        Identity identity = item.identity();
        if (identity != null && !identity.target().equals(target)) {
          item.identity(
              new Identity(
                  target,
                  identity.part(),
                  identity.partKey(),
                  identity.validators(),
                  identity.address(),
                  identity.proof()));
        }
        List<String> sentences = notes.stream().map(Finished.Note::sentence).toList();
        boss.completed(Ending.complete(String.join("; ", sentences)));
      }
      case Finished.Kept(Path _, Finished.Step _, DiskFailure failure) -> boss.diskFailed(failure);
    }
  }
}
