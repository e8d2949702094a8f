package org.sluice.engine.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// The names in folders since these were forced, to be taken back after a power cut: a journal of
/// names is cut somewhere, and what stands behind that has never been.
///
/// **Threads**: any.
final class FaultyNames {
  /// How one change is taken back.
  private interface Undo {
    /// @param half whether only its second half is
    void run(boolean half) throws IOException;
  }

  private record Change(@Nullable Path folder, Undo undo) {}

  /// Something that changes names.
  interface Act {
    void run() throws IOException;
  }

  private final Path attic;
  private final List<Change> changes = new ArrayList<>();
  private int kept;

  FaultyNames(Path attic) {
    this.attic = attic;
  }

  synchronized void created(Path file) {
    add(file, _ -> Files.deleteIfExists(file));
  }

  synchronized void claim(Path part, Path target, Act act) throws IOException {
    Path before = keep(target);
    act.run();
    add(
        target,
        half -> {
          if (half && before == null) {
            Files.createLink(part, target); // the second name is there, the first one still too
            return;
          }
          Files.move(target, part);
          if (before != null) {
            Files.move(before, target);
          }
        });
  }

  synchronized boolean delete(Path file, FaultyFiles.Operation<Boolean> act) throws IOException {
    Path before = keep(file);
    boolean deleted = act.run();
    if (before != null) {
      add(file, _ -> Files.move(before, file));
    }
    return deleted;
  }

  synchronized void moved(Path from, Path to) {
    add(from, _ -> Files.move(to, from));
  }

  synchronized void forced(Path folder) {
    changes.removeIf(change -> folder.equals(change.folder));
  }

  /// Takes back all behind some point.
  synchronized void lose(Random random) throws IOException {
    int left = random.nextInt(changes.size() + 1);
    while (changes.size() > left) {
      boolean half = changes.size() == left + 1 && random.nextBoolean();
      changes.removeLast().undo.run(half);
    }
    changes.clear();
  }

  private void add(Path file, Undo undo) {
    changes.add(new Change(file.getParent(), undo));
  }

  /// A second name of what may be gone soon; null if there is nothing.
  private @Nullable Path keep(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return null;
    }
    Path link = attic.resolve("kept-" + ++kept);
    Files.createLink(link, file);
    return link;
  }
}
