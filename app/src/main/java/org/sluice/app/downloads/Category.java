package org.sluice.app.downloads;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What kind of file a download is, by the end of its name, else by what the server calls it.
///
/// Each has a folder of its own below the one for downloads.
public enum Category {
  IMAGES("iso", "img", "dmg", "qcow2", "vmdk", "vdi", "vhd", "vhdx", "wim", "squashfs"),
  PACKAGES(
      "deb",
      "rpm",
      "apk",
      "msi",
      "exe",
      "pkg",
      "jar",
      "war",
      "whl",
      "gem",
      "snap",
      "flatpak",
      "appimage",
      "nupkg",
      "crate",
      "msix"),
  ARCHIVES(
      "zip", "tar", "gz", "tgz", "xz", "txz", "bz2", "tbz", "zst", "7z", "rar", "lz", "lz4", "lzma",
      "br", "cab", "cpio"),
  DOCUMENTS(
      "pdf", "epub", "mobi", "djvu", "txt", "md", "rtf", "doc", "docx", "odt", "xls", "xlsx", "ods",
      "ppt", "pptx", "odp", "csv", "tsv", "json", "xml", "html", "htm", "ps", "tex", "log", "pem"),
  MEDIA(
      "mp4", "mkv", "webm", "avi", "mov", "m4v", "mpg", "mpeg", "ts", "mp3", "flac", "ogg", "opus",
      "wav", "m4a", "aac", "jpg", "jpeg", "png", "gif", "webp", "avif", "svg", "tif", "tiff",
      "heic"),
  OTHER;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
  private final Set<String> endings;

  Category(String... endings) {
    this.endings = Set.of(endings);
  }

  /// @param contentType as the server said; null if it did not
  public static Category of(String name, @Nullable String contentType) {
    String ending = ending(name);
    for (Category each : values()) {
      if (each.endings.contains(ending)) {
        return each;
      }
    }
    return contentType == null ? OTHER : ofType(contentType.toLowerCase(Locale.ROOT));
  }

  private static Category ofType(String type) {
    if (type.startsWith("video/") || type.startsWith("audio/") || type.startsWith("image/")) {
      return MEDIA;
    }
    if (type.startsWith("application/pdf") || type.startsWith("application/epub")) {
      return DOCUMENTS;
    }
    if (type.startsWith("application/zip") || type.startsWith("application/x-tar")) {
      return ARCHIVES;
    }
    return type.startsWith("application/x-iso9660") ? IMAGES : OTHER;
  }

  /// What stands behind the last dot, in lower case; empty for nothing.
  static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /// Its name, which is that of its folder too.
  public String title() {
    return DownloadsWords.text("category." + name());
  }
}
