package org.sluice.engine.journal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// How far the journal had got, kept in a file of its own: by it a log that was lost or cut short, which
/// SQLite takes for a clean end, is found.
///
/// It is written after each commit and before anybody hears of it, but not forced: after a power cut it
/// may be behind, which means nothing, but never ahead of what the disk was told to keep.
///
/// @param version of the last commit
/// @param nextItem the number that the next new item may have
/// @param backupVersion of the second generation; 0 for none
/// @param exact whether every row up to `version`, in the log too, belongs to a commit that succeeded
record Mark(long version, long nextItem, long backupVersion, boolean exact) {
  private static final int DIGITS = 19;

  private static final Pattern LINE =
      Pattern.compile(
          "(sluice-journal (\\d{19}) (\\d{19}) (\\d{19}) (exact|loose)) ([0-9a-f]{8})\n");

  /// Always as long as the one before, so that the file keeps its room on the disk.
  byte[] bytes() {
    String line =
        "sluice-journal "
            + digits(version)
            + " "
            + digits(nextItem)
            + " "
            + digits(backupVersion)
            + (exact ? " exact" : " loose");
    return (line + " " + checksum(line) + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  /// @return null if it is not a mark, or a torn one
  static @Nullable Mark parse(byte[] bytes) {
    Matcher matcher = LINE.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    if (!matcher.matches() || !checksum(matcher.group(1)).equals(matcher.group(6))) {
      return null;
    }
    return new Mark(
        Long.parseLong(matcher.group(2)),
        Long.parseLong(matcher.group(3)),
        Long.parseLong(matcher.group(4)),
        matcher.group(5).equals("exact"));
  }

  private static String digits(long number) {
    String digits = Long.toString(number);
    return "0".repeat(DIGITS - digits.length()) + digits;
  }

  private static String checksum(String line) {
    CRC32C crc = new CRC32C();
    crc.update(line.getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
