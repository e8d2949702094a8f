package org.sluice.app.add;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.Headers;

/// One address that is wanted, with what came with it.
///
/// @param url as it will be asked for
/// @param headers that a pasted command has
/// @param user `name:password`; null for none
/// @param name of the file; null for the server's
public record Link(String url, Headers headers, @Nullable String user, @Nullable String name) {
  static Link of(String url) {
    return new Link(url, Headers.EMPTY, null, null);
  }

  @Override
  public String toString() {
    return "Link[" + org.sluice.app.words.Redaction.of(url) + "]";
  }
}
