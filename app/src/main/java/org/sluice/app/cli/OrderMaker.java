package org.sluice.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.app.words.Redaction;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.PastedUrl;
import org.sluice.engine.http.Url;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.PieceHashes;
import org.sluice.engine.item.Source;
import org.sluice.engine.metalink.MetalinkFile;
import org.sluice.engine.metalink.MirrorRules;
import org.sluice.engine.metalink.MirrorRules.NamedBy;

/// Makes orders of what the user wants: addresses, file, how it is fetched, what it must hash to.
///
/// **Threads**: one at a time.
final class OrderMaker {
  /// Mirrors that the user names are asked after the address itself.
  private static final int MIRROR_PRIORITY = 2;

  private final GetOptions options;
  private final Path folder;
  private final Path directory;
  private final FetchWish fetch;
  private final @Nullable SumsFile sums;
  private final @Nullable LabAddresses lab;

  /// @param sums to check files against; null for none
  /// @param lab for a run whose addresses are those of the lab; null for any other
  OrderMaker(
      GetOptions options, Caller caller, @Nullable SumsFile sums, @Nullable LabAddresses lab) {
    this.options = options;
    this.sums = sums;
    this.lab = lab;
    folder = caller.folder();
    directory = caller.absolute(options.files().directory());
    Path caFile = options.fetch().caFile();
    fetch = options.fetch().caFile(caFile == null ? null : caller.absolute(caFile));
  }

  /// At least one; several of a Metalink with several files.
  List<Order> orders(Wanted wanted) throws InterruptedException {
    String shown = Redaction.of(wanted.url());
    try {
      return orders(wanted, shown);
    } catch (TransferException e) {
      return List.of(
          new Order.Refused(shown, Redaction.of(e.sentence()), e.code().name(), e.code().number()));
    } catch (IllegalArgumentException e) {
      return List.of(Order.Refused.of(shown, String.valueOf(e.getMessage()), ExitCode.USAGE));
    }
  }

  private List<Order> orders(Wanted wanted, String shown)
      throws TransferException, InterruptedException {
    Path local = MetalinkOrders.localFile(wanted.url(), folder);
    if (local != null) {
      return ofMetalink(MetalinkOrders.ofFile(local), wanted, fetch);
    }
    FetchWish how = fetch;
    String url;
    if (LabAddresses.isOne(wanted.url())) {
      if (lab == null) {
        throw new TransferException(
            TransferErrorCode.UNSUPPORTED_PROTOCOL,
            "Addresses of the lab go in a run of their own, without others");
      }
      url = lab.resolve(wanted.url());
      how = how.caFile(lab.caFile());
    } else {
      Credentials.Split split = Credentials.split(PastedUrl.tidy(wanted.url()));
      url = split.url();
      how = how.user(how.user() == null ? split.user() : how.user());
    }
    Url parsed = Url.parse(url);
    if (MetalinkOrders.isMetalink(parsed)) {
      return ofMetalink(MetalinkOrders.ofUrl(parsed, how), wanted, how);
    }
    FilePlace place = FilePlace.of(directory, wanted.path());
    List<Checksum> checksums = new ArrayList<>(options.wanted().checksums());
    if (sums != null) {
      String name = place.name();
      checksums.addAll(sums.of(name == null ? parsed.lastSegment() : name));
    }
    List<Source> mirrors =
        options.wanted().mirrors().stream()
            .map(mirror -> new Source(mirror.strip(), MIRROR_PRIORITY, null))
            .toList();
    MirrorRules.Admitted sources =
        MirrorRules.admit(Source.of(url), mirrors, checksums, NamedBy.USER);
    for (MirrorRules.Refused no : sources.refused()) {
      throw new IllegalArgumentException(
          "--mirror " + Redaction.of(no.source().url()) + ": " + Redaction.of(no.sentence()));
    }
    return List.of(new Order.Download(shown, request(sources.sources(), place, checksums, how)));
  }

  private List<Order> ofMetalink(MetalinkOrders.Found found, Wanted wanted, FetchWish how) {
    if (wanted.path() != null && found.files().size() > 1) {
      throw new IllegalArgumentException(
          "-o names one file, and the Metalink has " + found.files().size());
    }
    List<Order> orders = new ArrayList<>();
    for (MetalinkFile file : found.files()) {
      orders.add(ofMetalink(file, found.namedBy(), wanted.path(), how));
    }
    return orders;
  }

  /// What a Metalink names are strangers: they get none of what the user said for its own address.
  private Order ofMetalink(
      MetalinkFile file, NamedBy namedBy, @Nullable String path, FetchWish how) {
    List<Checksum> checksums = new ArrayList<>(options.wanted().checksums());
    checksums.addAll(file.checksums());
    Source first = file.sources().getFirst();
    List<Source> others = file.sources().subList(1, file.sources().size());
    List<Source> sources = MirrorRules.admit(first, others, checksums, namedBy).sources();
    FilePlace given = FilePlace.of(directory, path);
    FilePlace place = given.name() == null ? new FilePlace(given.folder(), file.name()) : given;
    FetchWish plain = namedBy == NamedBy.USER ? how : how.headers(Headers.EMPTY).user(null);
    PieceHashes pieces = file.pieces();
    return new Order.Download(
        Redaction.of(first.url()),
        request(sources, place, checksums, plain)
            .pieces(pieces != null && pieces.canBeKept() ? pieces : null));
  }

  private DownloadRequest request(
      List<Source> sources, FilePlace place, List<Checksum> checksums, FetchWish how) {
    return new DownloadRequest(
        sources,
        options.files().wish(place.folder(), place.name()),
        how,
        checksums,
        options.running().queue(),
        0,
        false);
  }
}
