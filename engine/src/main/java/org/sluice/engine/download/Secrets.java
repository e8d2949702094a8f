package org.sluice.engine.download;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sluice.engine.http.Headers;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;

/// What a download need not know any more once it is complete: the journal keeps no password and no
/// token for longer than it is of use.
///
/// Whoever downloads it once more gives them again; until then the item asks for them. Fields that
/// say nothing secret stay, and so does the address, by which the download is known.
///
/// **Threads**: pure functions.
final class Secrets {
  private static final Set<String> HARMLESS =
      Set.of("user-agent", "accept", "accept-language", "accept-encoding", "referer");

  private Secrets() {}

  /// The same without secrets; an equal one if it has none.
  static DownloadRequest without(DownloadRequest request) {
    FetchWish fetch = request.fetch();
    List<Headers.Field> kept =
        fetch.headers().fields().stream()
            .filter(field -> HARMLESS.contains(field.name().toLowerCase(Locale.ROOT)))
            .toList();
    String proxy = fetch.proxy();
    boolean ofProxy = proxy != null && proxy.contains("@");
    boolean any = fetch.user() != null || ofProxy || kept.size() < fetch.headers().fields().size();
    return any
        ? request.fetch(fetch.user(null).proxy(ofProxy ? null : proxy).headers(new Headers(kept)))
        : request;
  }
}
