package org.sluice.app.curl;

import org.jspecify.annotations.Nullable;

/// One URL of a command line, which may stand for many.
///
/// @param url as it was given
/// @param plain whether braces and brackets in it have no meaning
/// @param destination null where nothing was said
/// @param upload the file of `-T`; `-` for the standard input, empty for no upload, null for none
///   said
public record Target(
    String url, boolean plain, @Nullable Destination destination, @Nullable String upload) {
  public Destination where() {
    return destination == null ? Destination.STDOUT : destination;
  }

  @Override
  public String toString() {
    return "Target[" + Urls.withoutPassword(url) + "]";
  }
}
