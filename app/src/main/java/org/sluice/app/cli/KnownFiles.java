package org.sluice.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.checksum.ChecksumText;
import org.sluice.engine.item.Checksum;

/// What the list of downloads knows of files: asked for by `sluice known`, be the list open here or in
/// another process.
final class KnownFiles {
  static final KnownFiles NOTHING = new KnownFiles();

  private final Map<Path, List<Checksum>> checksums = new HashMap<>();
  private final Set<Path> unfinished = new HashSet<>();

  private KnownFiles() {}

  /// @param code what went wrong; 0 for nothing
  record Answer(KnownFiles known, int code) {}

  /// @param files absolute
  /// @param dataFolder of the list, as given; null for the usual one
  static Answer ask(List<Path> files, @Nullable Path dataFolder, Caller caller)
      throws InterruptedException {
    List<String> args = new ArrayList<>(List.of(KnownCommand.NAME));
    files.forEach(file -> args.add(file.toString()));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    Caller asking = new Caller(args, caller.folder(), out, caller.err(), caller.served());
    int code =
        new ListAccess(dataFolder, asking)
            .read(list -> KnownCommand.say(files, list.downloads(), asking));
    return new Answer(read(said.toString(StandardCharsets.UTF_8)), code);
  }

  /// Reads lines of a checksum, or of [KnownCommand#UNFINISHED], a tab and a path.
  private static KnownFiles read(String lines) {
    KnownFiles known = new KnownFiles();
    for (String line : (Iterable<String>) lines.lines()::iterator) {
      int tab = line.indexOf('\t');
      if (tab > 0) {
        String word = line.substring(0, tab);
        Path file = Path.of(line.substring(tab + 1));
        if (word.equals(KnownCommand.UNFINISHED)) {
          known.unfinished.add(file);
        } else {
          known
              .checksums
              .computeIfAbsent(file, path -> new ArrayList<>())
              .add(ChecksumText.parse(word));
        }
      }
    }
    return known;
  }

  /// What `file` must hash to.
  List<Checksum> checksums(Path file) {
    return checksums.getOrDefault(file, List.of());
  }

  /// Whether it is the part file, or the later name, of a download that is not complete.
  boolean isUnfinished(Path file) {
    return unfinished.contains(file);
  }
}
