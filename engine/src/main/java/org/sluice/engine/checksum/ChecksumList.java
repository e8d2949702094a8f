package org.sluice.engine.checksum;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.Checksum.Algorithm;

/// A file of checksums, such as `SHA256SUMS`: lines `HEX  name` and `SHA256 (name) = HEX`.
///
/// **Errors**: none; a line that is not understood is passed by with a note. **Limits**:
/// [#MOST_CHARS], [#MOST_ENTRIES], [#MOST_NOTES].
///
/// **Source**: sha256sum(1) of GNU coreutils, sha256(1) of the BSDs.
///
/// @param entries in the order of the lines
public record ChecksumList(List<Entry> entries, List<String> notes) {
  /// What lies behind is not read.
  public static final int MOST_CHARS = 8 << 20;

  public static final int MOST_ENTRIES = 100_000;

  /// No file system has such a name.
  public static final int MOST_LINE_CHARS = 16_384;

  public static final int MOST_NOTES = 16;

  private static final Pattern GNU = Pattern.compile("(\\\\?)([0-9A-Fa-f]{32,128})[ \t][ *]?(.+)");
  private static final Pattern BSD =
      Pattern.compile("(\\\\?)([A-Za-z0-9/-]+) ?\\((.+)\\) ?= ?([0-9A-Fa-f]+)");

  /// @param name as the line has it, folders included
  public record Entry(String name, Checksum checksum) {}

  public ChecksumList {
    entries = List.copyOf(entries);
    notes = List.copyOf(notes);
  }

  public static ChecksumList parse(String text) {
    List<Entry> entries = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    String read = text;
    if (text.length() > MOST_CHARS) {
      read = text.substring(0, MOST_CHARS);
      notes.add("Only the first " + MOST_CHARS + " characters were read");
    }
    int number = 0;
    if (read.startsWith("\uFEFF")) {
      read = read.substring(1); // what editors put in front
    }
    for (String line : (Iterable<String>) read.lines()::iterator) {
      number++;
      if (entries.size() == MOST_ENTRIES) {
        notes.add("Only the first " + MOST_ENTRIES + " checksums were read");
        break;
      }
      Entry entry = line.length() > MOST_LINE_CHARS ? null : entry(line.stripTrailing());
      if (entry != null) {
        entries.add(entry);
      } else if (!line.isBlank() && !isOrnament(line) && notes.size() < MOST_NOTES) {
        notes.add("Line " + number + " is no checksum that is known here");
      }
    }
    return new ChecksumList(entries, notes);
  }

  /// The checksums of the file `name`, whatever folder the list has it in.
  public List<Checksum> of(String name) {
    return entries.stream()
        .filter(entry -> lastSegment(entry.name).equals(name))
        .map(Entry::checksum)
        .distinct()
        .sorted(Verdict.STRONGEST_FIRST)
        .toList();
  }

  private static String lastSegment(String name) {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  private static @Nullable Entry entry(String line) {
    Matcher gnu = GNU.matcher(line);
    if (gnu.matches()) {
      return entry(
          ChecksumText.ofHexLength(gnu.group(2).length()),
          gnu.group(2),
          gnu.group(1).isEmpty(),
          gnu.group(3));
    }
    Matcher bsd = BSD.matcher(line);
    if (bsd.matches()) {
      return entry(
          ChecksumText.algorithm(bsd.group(2)), bsd.group(4), bsd.group(1).isEmpty(), bsd.group(3));
    }
    return null;
  }

  private static @Nullable Entry entry(
      @Nullable Algorithm algorithm, String hex, boolean plain, String name) {
    if (algorithm == null || hex.length() != 2 * algorithm.bytes()) {
      return null;
    }
    return new Entry(plain ? name : unescaped(name), new Checksum(algorithm, hex));
  }

  /// A backslash before the line says that the name has some in it.
  private static String unescaped(String name) {
    StringBuilder out = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '\\' && i + 1 < name.length()) {
        char escaped = name.charAt(++i);
        out.append(
            switch (escaped) {
              case 'n' -> '\n';
              case 'r' -> '\r';
              default -> escaped;
            });
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /// Comments, and what a signature puts around the lines.
  private static boolean isOrnament(String line) {
    return line.startsWith("#")
        || line.startsWith(";")
        || line.startsWith("-----")
        || line.startsWith("Hash:");
  }
}
