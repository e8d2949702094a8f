package org.sluice.app.curl.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.InstantSource;
import org.sluice.app.curl.CurlCommand;

/// What is said beside the answer: errors, warnings, notes.
///
/// **Threads**: any; a line is never mixed with another.
final class Messages implements AutoCloseable {
  private static final int WIDTH = 79;

  private final PrintStream stream;
  private final boolean own;
  private final boolean silent;
  private final boolean showError;
  private final Tracer tracer;
  private final int width;

  private Messages(PrintStream stream, boolean own, CurlCommand command, Place place) {
    this.stream = stream;
    this.own = own;
    silent = command.isOn("silent");
    showError = command.isOn("show-error");
    tracer = new Tracer(TraceSettings.of(command), place, stream, InstantSource.system());
    String columns = place.environment().getOrDefault("COLUMNS", "");
    width = columns.matches("[1-9]\\d{1,4}") ? Integer.parseInt(columns) : WIDTH;
  }

  /// To the standard error, or where `--stderr` says.
  static Messages of(CurlCommand command, Place place) {
    String name = command.text("stderr");
    if (name == null) {
      return new Messages(place.err(), false, command, place);
    }
    if (name.equals("-")) {
      return new Messages(place.out(), false, command, place);
    }
    try {
      OutputStream file = Files.newOutputStream(place.path(name));
      return new Messages(
          new PrintStream(file, true, StandardCharsets.UTF_8), true, command, place);
    } catch (IOException e) {
      place.err().println("Warning: Failed to open " + name + ": " + e.getMessage());
      return new Messages(place.err(), false, command, place);
    }
  }

  PrintStream stream() {
    return stream;
  }

  boolean silent() {
    return silent;
  }

  Tracer tracer() {
    return tracer;
  }

  /// Characters in a line of the terminal.
  int width() {
    return width;
  }

  /// A transfer that failed, unless nothing is to be said.
  void error(int code, String sentence) {
    if (!silent || showError) {
      say("curl: (" + code + ") " + sentence);
    }
  }

  /// What is wrong beside a transfer.
  void error(String sentence) {
    if (!silent || showError) {
      say("curl: " + sentence);
    }
  }

  void warning(String sentence) {
    if (!silent) {
      oddity(sentence);
    }
  }

  /// What is odd about the command line, whatever `-s` says that came later.
  void oddity(String sentence) {
    wrapped("Warning: ", sentence);
  }

  void note(String sentence) {
    if (tracer.isOn() && !silent) {
      wrapped("Note: ", sentence);
    }
  }

  /// Broken into lines of the terminal's width, each with `prefix`.
  private void wrapped(String prefix, String sentence) {
    int room = Math.max(width - prefix.length(), 20);
    // Bytes count, as in curl.
    String rest = bytes(sentence, StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1);
    while (rest.length() > room) {
      int cut = rest.lastIndexOf(' ', room - 1);
      int end = cut <= 0 ? room : cut + 1;
      say(
          prefix
              + bytes(rest.substring(0, end), StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8));
      rest = rest.substring(end);
    }
    say(prefix + bytes(rest, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8));
  }

  private static String bytes(String text, Charset from, Charset to) {
    return new String(text.getBytes(from), to);
  }

  private void say(String line) {
    synchronized (stream) {
      stream.print(line + "\n");
      stream.flush();
    }
  }

  @Override
  public void close() {
    tracer.close();
    if (own) {
      stream.close();
    }
  }
}
