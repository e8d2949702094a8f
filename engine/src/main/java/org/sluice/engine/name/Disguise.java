package org.sluice.engine.name;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds names that make a program look like a document.
///
/// **Threads**: pure.
public final class Disguise {
  private static final Set<String> PROGRAMS =
      Set.of(
          "exe",
          "scr",
          "com",
          "bat",
          "cmd",
          "pif",
          "msi",
          "msp",
          "js",
          "jse",
          "vbs",
          "vbe",
          "wsf",
          "wsh",
          "ps1",
          "hta",
          "lnk",
          "jar",
          "app",
          "sh",
          "command",
          "desktop",
          "reg",
          "cpl",
          "dll",
          "msc",
          "url",
          "appimage",
          "run",
          "pkg",
          "dmg",
          "deb",
          "rpm",
          "apk");

  private static final Set<String> DOCUMENTS =
      Set.of(
          "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "rtf", "txt",
          "csv", "htm", "html", "jpg", "jpeg", "png", "gif", "bmp", "webp", "svg", "heic", "mp3",
          "wav", "flac", "ogg", "mp4", "mkv", "avi", "mov", "webm", "epub", "zip", "rar", "7z");

  /// So many spaces push what comes behind them out of sight.
  private static final String LONG_GAP = "     ";

  private Disguise() {}

  /// What is suspicious about a safe name.
  ///
  /// @return a sentence for a person; null if nothing is
  public static @Nullable String warning(String name) {
    int last = name.lastIndexOf('.');
    String extension = name.substring(last + 1).strip().toLowerCase(Locale.ROOT);
    if (last <= 0 || !PROGRAMS.contains(extension)) {
      return null;
    }
    String before = name.substring(0, last);
    if (before.contains(LONG_GAP)) {
      return "The name hides behind spaces that this is a program (." + extension + ")";
    }
    String seeming = before.substring(before.lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT);
    if (before.indexOf('.') <= 0 || !DOCUMENTS.contains(seeming)) {
      return null;
    }
    return "The name looks like a ." + seeming + ", but this is a program (." + extension + ")";
  }
}
