package org.sluice.engine.disk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Writes a [WebMark] the way the system at hand reads it.
///
/// Java's user-defined attributes are `user.` attributes on Linux and alternate streams on Windows,
/// which is just what is wanted there.
///
/// **Threads**: stateless; every call may wait for the disk.
///
/// **Source**: freedesktop.org, Common Extended Attributes; \[MS-FSCC\] 5.6.1 (Zone.Identifier).
final class WebMarks {
  private static final String SYSTEM = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);

  private WebMarks() {}

  /// @throws UnsupportedOperationException with a sentence, where it is not possible
  static void write(Path file, WebMark mark) throws IOException {
    if (NativeAccess.MAC) {
      Quarantine.mark(file, mark.at());
      return;
    }
    if (SYSTEM.startsWith("mac")) {
      throw new UnsupportedOperationException(
          "The file could not be marked as coming from the internet: Sluice was started without"
              + " leave to call native code");
    }
    UserDefinedFileAttributeView view =
        Files.getFileAttributeView(
            file, UserDefinedFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view == null) {
      throw notThere();
    }
    for (var attribute : attributes(mark, SYSTEM.startsWith("windows")).entrySet()) {
      try {
        view.write(attribute.getKey(), StandardCharsets.UTF_8.encode(attribute.getValue()));
      } catch (IOException e) {
        if (ErrorWords.saysNotSupported(e)) {
          throw notThere();
        }
        throw e;
      }
    }
  }

  /// Names and values of what is written, but for macOS.
  static Map<String, String> attributes(WebMark mark, boolean windows) {
    Map<String, String> out = new LinkedHashMap<>();
    String referrer = mark.referrer();
    if (windows) {
      String from = referrer == null ? "" : "ReferrerUrl=" + referrer + "\r\n";
      out.put(
          "Zone.Identifier",
          "[ZoneTransfer]\r\nZoneId=3\r\n" + from + "HostUrl=" + mark.source() + "\r\n");
      return out;
    }
    out.put("xdg.origin.url", mark.source());
    if (referrer != null) {
      out.put("xdg.referrer.url", referrer);
    }
    return out;
  }

  private static UnsupportedOperationException notThere() {
    return new UnsupportedOperationException(
        "The file could not be marked as coming from the internet: its file system keeps no such"
            + " marks");
  }
}
