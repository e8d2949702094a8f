package org.sluice.engine.name;

import java.util.Locale;
import java.util.Map;

/// The usual extension of a media type, for files that nobody gave a name.
///
/// **Threads**: pure.
final class TypeExtension {
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("text/html", ".html"),
          Map.entry("application/xhtml+xml", ".html"),
          Map.entry("text/plain", ".txt"),
          Map.entry("text/css", ".css"),
          Map.entry("text/csv", ".csv"),
          Map.entry("text/javascript", ".js"),
          Map.entry("text/xml", ".xml"),
          Map.entry("application/xml", ".xml"),
          Map.entry("application/json", ".json"),
          Map.entry("application/pdf", ".pdf"),
          Map.entry("application/zip", ".zip"),
          Map.entry("application/gzip", ".gz"),
          Map.entry("application/x-gzip", ".gz"),
          Map.entry("application/x-tar", ".tar"),
          Map.entry("application/x-xz", ".xz"),
          Map.entry("application/zstd", ".zst"),
          Map.entry("application/x-7z-compressed", ".7z"),
          Map.entry("application/vnd.rar", ".rar"),
          Map.entry("application/epub+zip", ".epub"),
          Map.entry("application/x-iso9660-image", ".iso"),
          Map.entry("application/metalink4+xml", ".meta4"),
          Map.entry("image/jpeg", ".jpg"),
          Map.entry("image/png", ".png"),
          Map.entry("image/gif", ".gif"),
          Map.entry("image/webp", ".webp"),
          Map.entry("image/svg+xml", ".svg"),
          Map.entry("audio/mpeg", ".mp3"),
          Map.entry("audio/ogg", ".ogg"),
          Map.entry("audio/flac", ".flac"),
          Map.entry("video/mp4", ".mp4"),
          Map.entry("video/webm", ".webm"),
          Map.entry("video/x-matroska", ".mkv"));

  private TypeExtension() {}

  /// With its dot; empty if there is none that is usual.
  ///
  /// @param contentType the field's value, parameters and all
  static String of(String contentType) {
    int semicolon = contentType.indexOf(';');
    String type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
    return KNOWN.getOrDefault(type.strip().toLowerCase(Locale.ROOT), "");
  }
}
