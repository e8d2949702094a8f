package org.sluice.engine.download;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Url;

/// Names for files that come from the network, safe on every system.
///
/// **Limits**: [#MAX_BYTES] of UTF-8, so that ".part" and " (1)" still fit.
public final class FileNames {
  /// Most file systems take 255.
  public static final int MAX_BYTES = 200;

  /// For a URL that names nothing.
  public static final String DEFAULT = "download";

  private static final int LONGEST_EXTENSION = 16;
  private static final String FORBIDDEN = "/\\:*?\"<>|";
  private static final Set<String> RESERVED =
      Set.of(
          "CON", "PRN", "AUX", "NUL", "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6",
          "COM7", "COM8", "COM9", "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7",
          "LPT8", "LPT9", "COM¹", "COM²", "COM³", "LPT¹", "LPT²", "LPT³", "CONIN$", "CONOUT$");

  private FileNames() {}

  /// The file name that a URL suggests.
  ///
  /// @throws TransferException if it is no URL
  public static String fromUrl(String url) throws TransferException {
    return fromUrl(Url.parse(url));
  }

  /// The file name that a URL suggests: its last segment, made safe.
  public static String fromUrl(Url url) {
    return safe(url.lastSegment());
  }

  /// `given` without anything that a file system could take for more than a name.
  public static String safe(String given) {
    String text = Normalizer.normalize(given, Normalizer.Form.NFC);
    StringBuilder out = new StringBuilder(text.length());
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (FORBIDDEN.indexOf(c) >= 0) {
        out.append('_');
      } else if (isPrintable(c)) {
        out.appendCodePoint(c);
      }
    }
    String name = stripEnds(out);
    if (name.isEmpty()) {
      return DEFAULT;
    }
    int dot = name.indexOf('.');
    String stem = (dot < 0 ? name : name.substring(0, dot)).strip().toUpperCase(Locale.ROOT);
    if (RESERVED.contains(stem)) {
      name = "_" + name;
    }
    return shortened(name);
  }

  /// `name` if no file in `directory` has it, else the first free one of `stem (1).ext`, `stem
  /// (2).ext` and so on.
  public static String unused(Path directory, String name) {
    String extension = extensionOf(name);
    String stem = name.substring(0, name.length() - extension.length());
    String candidate = name;
    for (int i = 1; isTaken(directory, candidate); i++) {
      candidate = stem + " (" + i + ")" + extension;
    }
    return candidate;
  }

  private static boolean isTaken(Path directory, String name) {
    return Files.exists(directory.resolve(name), LinkOption.NOFOLLOW_LINKS)
        || Files.exists(directory.resolve(name + ".part"), LinkOption.NOFOLLOW_LINKS);
  }

  /// Neither control characters nor those that turn the direction of what a person reads.
  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> c != 0xFFFD;
    };
  }

  /// No dots and spaces in front, none behind.
  private static String stripEnds(CharSequence text) {
    int from = 0;
    int to = text.length();
    while (from < to && (text.charAt(from) == '.' || Character.isWhitespace(text.charAt(from)))) {
      from++;
    }
    while (to > from
        && (text.charAt(to - 1) == '.' || Character.isWhitespace(text.charAt(to - 1)))) {
      to--;
    }
    return text.subSequence(from, to).toString();
  }

  private static String shortened(String name) {
    if (bytes(name) <= MAX_BYTES) {
      return name;
    }
    String extension = extensionOf(name);
    int room = MAX_BYTES - bytes(extension);
    StringBuilder out = new StringBuilder();
    int used = 0;
    for (int i = 0; i < name.length() - extension.length(); ) {
      int c = name.codePointAt(i);
      used += bytes(Character.toString(c));
      if (used > room) {
        break;
      }
      out.appendCodePoint(c);
      i += Character.charCount(c);
    }
    return out.append(extension).toString();
  }

  /// With its dot; `.tar.gz` and its like count as one; empty if there is none.
  private static String extensionOf(String name) {
    int dot = name.lastIndexOf('.');
    if (dot <= 0 || name.length() - dot > LONGEST_EXTENSION || name.indexOf(' ', dot) >= 0) {
      return "";
    }
    int earlier = name.lastIndexOf('.', dot - 1);
    return earlier > 0 && name.startsWith(".tar", earlier) && dot - earlier == 4
        ? name.substring(earlier)
        : name.substring(dot);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
