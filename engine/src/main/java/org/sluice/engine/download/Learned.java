package org.sluice.engine.download;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.checksum.DigestFields;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.http.Url;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.PieceHashes;
import org.sluice.engine.item.Source;
import org.sluice.engine.journal.JournalChange;
import org.sluice.engine.metalink.DescribedBy;
import org.sluice.engine.metalink.Metalink;
import org.sluice.engine.metalink.MetalinkFile;
import org.sluice.engine.metalink.MirrorLinks;
import org.sluice.engine.metalink.MirrorRules;
import org.sluice.engine.metalink.MirrorRules.NamedBy;

/// What the heads of answers say of a file besides: what it hashes to, where else it is, and which
/// Metalink describes it.
///
/// **Threads**: confined to the loop.
final class Learned {
  private final Site site;
  private final Item item;
  private final Knowledge know;
  private final Runnable onDescribed;
  private List<Checksum> ofServer = List.of();
  private boolean asked;
  private @Nullable Described described;

  /// @param onDescribed run when a Metalink that was on its way is here, or does not come
  Learned(Site site, Item item, Knowledge know, Runnable onDescribed) {
    this.site = site;
    this.item = item;
    this.know = know;
    this.onDescribed = onDescribed;
  }

  /// @param first the address that was asked
  /// @param at where the answer came from in the end
  void learn(String first, String at, ResponseHead head) {
    if (ofServer.isEmpty()) {
      ofServer = DigestFields.of(head.status(), head.headers()).checksums();
    }
    if (item.request().sources().size() > 1 || head.headers().first("Link") == null) {
      return; // who names several addresses knows them
    }
    Url page = Addresses.url(at);
    boolean safe = Addresses.url(first).isTls() && page.isTls();
    NamedBy by = safe ? NamedBy.HTTPS : NamedBy.HTTP;
    MirrorLinks links = MirrorLinks.of(head.headers(), page);
    add(links.mirrors(), List.of(), null, by);
    if (item.request().pieces() == null && !asked) {
      asked = true;
      DescribedBy.toAsk(page, by, links.metalinks())
          .ifPresent(
              url -> described = new Described(site, item, url, by, it -> described(page, by, it)));
    }
  }

  /// What a server said of the hashes.
  List<Checksum> ofServer() {
    return ofServer;
  }

  /// All that the file must hash to.
  List<Checksum> expected() {
    List<Checksum> all = new ArrayList<>(item.request().checksums());
    all.addAll(ofServer);
    return all;
  }

  /// Whether a description is on its way that a complete file waits for.
  boolean isAsking() {
    return described != null;
  }

  /// Nobody wants to know any more.
  void stop() {
    if (described != null) {
      described.cancel();
      described = null;
    }
  }

  private void described(Url page, NamedBy by, @Nullable Metalink metalink) {
    described = null;
    if (metalink != null
        && DescribedBy.choose(metalink, know.length(), page.lastSegment(), expected())
            instanceof DescribedBy.Answer.Taken(MetalinkFile file)) {
      add(file.sources(), file.checksums(), file.pieces(), by);
    }
    onDescribed.run();
  }

  /// Takes what is new. A hash that came by the same way as the mirrors is what proves them later,
  /// so it is kept with them.
  private void add(
      List<Source> mirrors, List<Checksum> checksums, @Nullable PieceHashes pieces, NamedBy by) {
    DownloadRequest now = item.request();
    LinkedHashSet<Checksum> known = new LinkedHashSet<>(expected());
    known.addAll(checksums);
    List<Source> others = new ArrayList<>(now.sources().subList(1, now.sources().size()));
    others.addAll(mirrors);
    List<Source> sources =
        MirrorRules.admit(now.sources().getFirst(), others, List.copyOf(known), by).sources();
    DownloadRequest next = now;
    if (sources.size() > now.sources().size()) {
      next = next.sources(sources).checksums(List.copyOf(known));
    } else if (!checksums.isEmpty()) {
      next = next.checksums(List.copyOf(known));
    }
    if (pieces != null && pieces.canBeKept() && (know.length() < 0 || pieces.fits(know.length()))) {
      next = next.pieces(pieces);
    }
    if (!next.equals(now)) {
      item.request(next);
      site.journal.post(new JournalChange.Requested(item.id, next));
    }
  }
}
