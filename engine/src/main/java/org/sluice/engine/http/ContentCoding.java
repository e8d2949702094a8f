package org.sluice.engine.http;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether a body is the file, or a compressed form of it.
///
/// **Source**: RFC 9110, 8.4.
public final class ContentCoding {
  private static final Set<String> GZIP = Set.of("gzip", "x-gzip");
  private static final Set<String> GZIP_TYPES =
      Set.of(
          "application/gzip",
          "application/x-gzip",
          "application/x-gunzip",
          "application/gzipped",
          "application/x-tgz",
          "application/x-gtar-compressed",
          "application/x-compressed-tar");

  private ContentCoding() {}

  /// The codings of a body that was compressed for the way; null if it is the file itself.
  ///
  /// Some servers call the packing of a `.gz` file a coding although the file itself is what they
  /// send; its type tells.
  public static @Nullable String of(ResponseHead head) {
    String value = head.header("Content-Encoding");
    if (value == null) {
      return null;
    }
    String coding = value.strip().toLowerCase(Locale.ROOT);
    if (coding.isEmpty() || coding.equals("identity")) {
      return null;
    }
    return GZIP.contains(coding) && GZIP_TYPES.contains(MediaType.of(head)) ? null : coding;
  }
}
