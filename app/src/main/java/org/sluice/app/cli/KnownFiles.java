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
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.PieceHashes;

/// What the list of downloads knows of files: asked for by `sluice known`, be the list open here or in
/// another process.
final class KnownFiles {
  static final KnownFiles NOTHING = new KnownFiles();

  private final Map<Path, KnownFile> files = new HashMap<>();
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

  /// Reads what [KnownCommand] says: a word, a tab and a path on each line.
  private static KnownFiles read(String lines) {
    KnownFiles known = new KnownFiles();
    for (String line : (Iterable<String>) lines.lines()::iterator) {
      int tab = line.indexOf('\t');
      if (tab > 0) {
        known.take(line.substring(0, tab), Path.of(line.substring(tab + 1)));
      }
    }
    return known;
  }

  private void take(String word, Path file) {
    KnownFile old = file(file);
    if (word.equals(KnownCommand.UNFINISHED)) {
      unfinished.add(file);
    } else if (word.startsWith(KnownCommand.NUMBER)) {
      ItemId id = new ItemId(Long.parseLong(word.substring(KnownCommand.NUMBER.length())));
      files.put(file, new KnownFile(id, old.checksums(), old.pieces()));
    } else if (word.startsWith(KnownCommand.PIECES)) {
      PieceHashes pieces = PieceText.parse(word.substring(KnownCommand.PIECES.length()));
      files.put(file, new KnownFile(old.id(), old.checksums(), pieces));
    } else {
      List<Checksum> checksums = new ArrayList<>(old.checksums());
      checksums.add(ChecksumText.parse(word));
      files.put(file, old.checksums(checksums));
    }
  }

  /// What is known of `file`.
  KnownFile file(Path file) {
    return files.getOrDefault(file, KnownFile.NOTHING);
  }

  /// Whether it is the part file of a download that is not complete.
  boolean isUnfinished(Path file) {
    return unfinished.contains(file);
  }
}
