package org.sluice.engine.item;

import org.jspecify.annotations.Nullable;

/// What a server said of a file, to know it again.
///
/// **Source**: RFC 9110, 8.8.
///
/// @param length bytes of the whole file; -1 if unknown
/// @param etag the field's value as sent, `W/` included; null for none
/// @param lastModified the field's value as sent; null for none
/// @param date the Date field of the same response, by which a Last-Modified is strong or not; null
///   for none
/// @param contentType the field's value as sent; null for none
public record Validators(
    long length,
    @Nullable String etag,
    @Nullable String lastModified,
    @Nullable String date,
    @Nullable String contentType) {
  public static final Validators UNKNOWN = new Validators(-1, null, null, null, null);

  public Validators {
    if (length < -1) {
      throw new IllegalArgumentException("not a length: " + length);
    }
  }
}
