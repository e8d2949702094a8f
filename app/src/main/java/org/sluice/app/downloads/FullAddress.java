package org.sluice.app.downloads;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.app.words.Redaction;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.Source;
import org.sluice.engine.item.StoredItem;

/// The address of the download that is looked at, with what of its query is no secret. A snapshot of
/// the list has none, so the request is asked for once, and again when its state is another.
///
/// **Threads**: JavaFX.
final class FullAddress {
  private final Consumer<Consumer<List<StoredItem>>> requests;
  private @Nullable ItemView asked;
  private @Nullable String found;

  /// @param requests asks for the requests as they were given
  FullAddress(Consumer<Consumer<List<StoredItem>>> requests) {
    this.requests = requests;
  }

  /// What is known of it by now.
  String of(ItemView item) {
    if (!isAsked(item)) {
      asked = item;
      found = null;
      requests.accept(
          items ->
              items.stream()
                  .filter(stored -> stored.id().equals(item.id()) && item.equals(asked))
                  .forEach(stored -> found = of(item.address(), stored.request().sources())));
    }
    String known = found;
    return known == null ? item.address() : known;
  }

  private boolean isAsked(ItemView item) {
    ItemView last = asked;
    return last != null
        && last.id().equals(item.id())
        && last.state() == item.state()
        && last.address().equals(item.address());
  }

  /// The one of the sources that is shown without its query and password.
  static String of(String shown, List<Source> sources) {
    return sources.stream()
        .map(Source::url)
        .filter(url -> place(url).equals(place(shown)))
        .findFirst()
        .map(Redaction::of)
        .orElse(shown);
  }

  private static String place(String url) {
    return url.replaceFirst("[?#].*$", "").replaceFirst("://[^/@]*@", "://");
  }
}
