package org.sluice.app.add;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.Headers;
import org.sluice.engine.item.FetchWish;

/// One address that is wanted, with what came with it.
///
/// @param url as it will be asked for
/// @param fetch what a pasted command says of fetching it
/// @param name of the file; null for the server's
public record Link(String url, FetchWish fetch, @Nullable String name) {
  static Link of(String url) {
    return new Link(url, FetchWish.DEFAULT, null);
  }

  Headers headers() {
    return fetch.headers();
  }

  /// `name:password`; null for none.
  @Nullable String user() {
    return fetch.user();
  }

  /// The same with other fields and another password.
  Link with(Headers headers, @Nullable String user) {
    return new Link(url, fetch.headers(headers).user(user), name);
  }

  /// What holds where the command says nothing.
  FetchWish over(FetchWish usual) {
    FetchWish wish = usual;
    wish = fetch.proxy() == null ? wish : wish.proxy(fetch.proxy());
    wish = fetch.caFile() == null ? wish : wish.caFile(fetch.caFile());
    return fetch.limitBytesPerSecond() == 0
        ? wish
        : wish.limitBytesPerSecond(fetch.limitBytesPerSecond());
  }

  @Override
  public String toString() {
    return "Link[" + org.sluice.app.words.Redaction.of(url) + "]";
  }
}
