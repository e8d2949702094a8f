package org.sluice.app.tracefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.app.tape.Sample;
import org.sluice.app.tape.Tape;
import org.sluice.engine.trace.TraceEvent;
import org.sluice.engine.trace.TraceWriter;

/// Reads a trace: one of the Monitor, one of `sluice trace`, or a recorded one of libcurl.
///
/// What a libcurl trace does not have is made up: moments from its milliseconds, sockets and
/// transfers numbered from 1. A line that cannot be read is counted and passed over: a file that was
/// cut off is still good to look at.
///
/// **Threads**: any. **Errors**: [IOException] with a sentence for a person. **Limits**:
/// [#MOST_EVENTS]; the oldest go.
public final class TraceFileReader {
  /// Events that are kept of a file.
  public static final int MOST_EVENTS = 1 << 21;

  private static final int MOST_LINE = 64 << 20;
  private static final int MOST_TRANSFERS = 1 << 20;

  private final Tape tape = new Tape(Long.MAX_VALUE, MOST_EVENTS);
  private final Map<String, String> names = new HashMap<>();
  private long seq;
  private long lost;
  private long skipped;
  private long lastNanos;

  private TraceFileReader() {}

  /// @throws IOException if it cannot be read or is no trace
  public static LoadedTrace read(Path file) throws IOException {
    // a letter that is cut in two, at the end of a file that was, must not cost the whole of it
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8))) {
      Path name = file.getFileName();
      return new TraceFileReader().read(in, name == null ? file.toString() : name.toString());
    }
  }

  private LoadedTrace read(BufferedReader in, String name) throws IOException {
    String first = in.readLine();
    JsonLine meta;
    try {
      meta = first == null ? null : JsonLine.of(first);
    } catch (IOException e) {
      meta = null;
    }
    if (meta == null || !meta.text("ev", "").equals("meta")) {
      throw new IOException(name + " is no trace: its first line does not say so");
    }
    long version = meta.number("version", 0);
    if (version > TraceWriter.VERSION) {
      throw new IOException(
          name + " was written by a newer Sluice (trace version " + version + ")");
    }
    for (String text = in.readLine(); text != null; text = in.readLine()) {
      if (text.length() > MOST_LINE) {
        skipped++;
      } else if (!text.isBlank()) {
        line(text);
      }
    }
    if (tape.isEmpty()) {
      throw new IOException(name + " has no events");
    }
    return new LoadedTrace(name, tape, meta.number("wall", 0), lost, skipped);
  }

  private void line(String text) {
    try {
      JsonLine line = JsonLine.of(text);
      long nanos = Math.max(lastNanos, line.number("ns", line.number("t", 0) * 1_000_000));
      switch (line.text("ev", "")) {
        case "sample" -> {
          Sample sample = SampleJson.read(line, line.number("ns", nanos));
          tape.append(sample);
        }
        case "lost" -> lost += line.number("count", 0);
        case "meta", "end" -> {}
        default -> {
          TraceEvent event = event(line, nanos);
          if (event == null) {
            skipped++;
          } else {
            lastNanos = nanos;
            seq = event.seq() + 1;
            tape.append(event);
          }
        }
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      skipped++;
    }
  }

  private @Nullable TraceEvent event(JsonLine line, long nanos) {
    long q = line.number("q", seq);
    int depth = (int) line.number("d", 0);
    long cause = line.number("c", -1);
    long transfer = transfer(line);
    long socket = socket(line);
    String what = line.text("what", "");
    return switch (line.text("ev", "")) {
      case "call" ->
          new TraceEvent.Call(
              q, nanos, depth, cause, name(line, "fn"), transfer, socket, argument(line));
      case "ret" ->
          new TraceEvent.Return(
              q,
              nanos,
              depth,
              cause,
              name(line, "fn"),
              name(line, "rc"),
              (int) line.number("running", -1),
              line.object("rx").number("all", 0));
      case "sock" ->
          new TraceEvent.SocketCallback(
              q, nanos, depth, cause, transfer, socket, poll(what), line.textOrNull("socketp"));
      case "timer" -> new TraceEvent.TimerCallback(q, nanos, depth, cause, line.number("ms", -1));
      case "fired" -> new TraceEvent.TimerFired(q, nanos, depth, cause);
      case "open" ->
          new TraceEvent.SocketOpened(
              q, nanos, depth, cause, transfer, socket, line.text("family", "").equals("inet6"));
      case "close" ->
          new TraceEvent.SocketClosing(
              q, nanos, depth, cause, socket, line.flag("still_registered"));
      case "interest" -> new TraceEvent.Interest(q, nanos, depth, cause, socket, shared(what));
      case "ready" -> new TraceEvent.Ready(q, nanos, depth, cause, socket, shared(what));
      case "msg" ->
          new TraceEvent.Message(
              q,
              nanos,
              depth,
              cause,
              transfer,
              name(line, "result"),
              (int) line.number("queue", 0),
              (int) line.number("http", 0),
              (int) line.number("new_connects", 0),
              line.number("body", 0));
      case "note" -> new TraceEvent.Note(q, nanos, depth, cause, line.text("text", ""));
      default -> null;
    };
  }

  /// The same words come a million times.
  private String shared(String text) {
    return names.size() > MOST_TRANSFERS ? text : names.computeIfAbsent(text, t -> t);
  }

  private String name(JsonLine line, String field) {
    return shared(line.text(field, ""));
  }

  private static String poll(String what) {
    return org.sluice.engine.multi.Poll.valueOf(what).name(); // refuses what is none
  }

  private @Nullable String argument(JsonLine line) {
    for (String field : new String[] {"mask", "p", "bits"}) {
      String text = line.textOrNull(field);
      if (text != null) {
        return field.equals("p") ? text : shared(text);
      }
    }
    return null;
  }

  private static long transfer(JsonLine line) {
    return line.has("transfer") ? line.number("transfer", 0) : line.number("easy", -1) + 1;
  }

  private static long socket(JsonLine line) {
    if (line.has("socket")) {
      return line.number("socket", 0);
    }
    String name = line.text("s", "");
    return name.matches("S[0-9]{1,9}") ? Long.parseLong(name.substring(1)) + 1 : 0;
  }
}
