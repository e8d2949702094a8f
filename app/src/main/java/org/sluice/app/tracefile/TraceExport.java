package org.sluice.app.tracefile;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sluice.app.tape.Tape;

/// Writes a record as a file of another kind.
///
/// **Threads**: any, while nobody changes the tape.
public final class TraceExport {
  private TraceExport() {}

  /// A format that holds the events.
  public enum Format {
    JSONL,
    CSV,
    CHROME
  }

  /// @throws IOException if the file cannot be written; half of one is taken away
  public static void write(Tape tape, Format format, Path file, TraceHead head) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      switch (format) {
        case JSONL -> TraceFileWriter.write(tape, out, head);
        case CSV -> EventsCsv.write(tape, out, head);
        case CHROME -> ChromeTrace.write(tape, out, head);
      }
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    } catch (UncheckedIOException e) {
      Files.deleteIfExists(file);
      throw e.getCause();
    }
  }
}
