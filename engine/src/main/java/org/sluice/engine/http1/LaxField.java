package org.sluice.engine.http1;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.Tokens;

/// A line of a head that may or may not be a field.
final class LaxField {
  private LaxField() {}

  /// @param line with a colon in it, without its end
  /// @return null if what stands before the colon is no name: nobody is to act on it
  static Headers.@Nullable Field of(String line) {
    int colon = line.indexOf(':');
    String name = line.substring(0, colon);
    return Tokens.isToken(name) ? new Headers.Field(name, line.substring(colon + 1).strip()) : null;
  }
}
