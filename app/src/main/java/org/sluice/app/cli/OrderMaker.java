package org.sluice.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.app.words.Redaction;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Url;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.Source;

/// Makes an order of what the user wants: its addresses, its file, how it is fetched.
///
/// **Threads**: one at a time.
final class OrderMaker {
  /// Mirrors that the user names are asked after the address itself.
  private static final int MIRROR_PRIORITY = 2;

  private final GetOptions options;
  private final Path directory;
  private final FetchWish fetch;
  private final @Nullable LabAddresses lab;

  /// @param lab for a run whose addresses are those of the lab; null for any other
  OrderMaker(GetOptions options, Caller caller, @Nullable LabAddresses lab) {
    this.options = options;
    this.lab = lab;
    directory = caller.absolute(options.files().directory());
    Path caFile = options.fetch().caFile();
    fetch = options.fetch().caFile(caFile == null ? null : caller.absolute(caFile));
  }

  Order order(Wanted wanted) {
    String shown = Redaction.of(wanted.url());
    try {
      return new Order.Download(shown, request(wanted));
    } catch (TransferException e) {
      return new Order.Refused(shown, Redaction.of(e.sentence()), e.code().number());
    } catch (IllegalArgumentException e) {
      int code = TransferErrorCode.WRITE_ERROR.number();
      return new Order.Refused(shown, String.valueOf(e.getMessage()), code);
    }
  }

  private DownloadRequest request(Wanted wanted) throws TransferException {
    FilePlace place = FilePlace.of(directory, wanted.path());
    List<Source> sources = new ArrayList<>();
    FetchWish how = fetch;
    if (LabAddresses.isOne(wanted.url())) {
      if (lab == null) {
        throw new TransferException(
            TransferErrorCode.UNSUPPORTED_PROTOCOL,
            "Addresses of the lab go in a run of their own, without others");
      }
      sources.add(Source.of(lab.resolve(wanted.url())));
      how = how.caFile(lab.caFile());
    } else {
      Credentials.Split split = Credentials.split(wanted.url());
      sources.add(Source.of(checked(split.url())));
      how = how.user(how.user() == null ? split.user() : how.user());
    }
    for (String mirror : options.wanted().mirrors()) {
      sources.add(new Source(checked(mirror), MIRROR_PRIORITY, null));
    }
    return new DownloadRequest(
        sources,
        options.files().wish(place.folder(), place.name()),
        how,
        options.wanted().checksums(),
        options.running().queue(),
        0,
        false);
  }

  private static String checked(String url) throws TransferException {
    Url.parse(url);
    return url.strip();
  }
}
