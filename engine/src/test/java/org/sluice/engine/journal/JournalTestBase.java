package org.sluice.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/// A folder for a journal, and posts that are waited for.
abstract class JournalTestBase {
  static final int LIMIT_SECONDS = 120;
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05.006Z"));

  final Queue<JournalFailure> troubles = new ConcurrentLinkedQueue<>();

  @TempDir Path folder;

  Journal open() throws JournalException {
    return open(folder);
  }

  Journal open(Path path) throws JournalException {
    return Journal.open(path, options());
  }

  JournalOptions options() {
    return JournalOptions.of(CLOCK, troubles::add);
  }

  static CompletableFuture<@Nullable JournalFailure> start(
      Journal journal, JournalChange... changes) {
    CompletableFuture<@Nullable JournalFailure> result = new CompletableFuture<>();
    journal.post(List.of(changes), () -> result.complete(null), result::complete);
    return result;
  }

  static @Nullable JournalFailure post(Journal journal, JournalChange... changes) throws Exception {
    return start(journal, changes).get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  static void commit(Journal journal, JournalChange... changes) throws Exception {
    assertThat(post(journal, changes)).isNull();
  }

  /// Waits until the journal has nothing left to do.
  static void settle(Journal journal) throws Exception {
    commit(journal);
  }

  /// The files of a journal as a power cut would leave them.
  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
