package org.sluice.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.trace.TraceEvent;

/// A trace for people: calls with what happened inside them indented below; a call in which nothing
/// happened on one line, and a row of the same such calls as one.
///
/// **Errors**: [UncheckedIOException] if the output fails.
final class TraceText implements TraceOutput {
  /// A row shorter than this is shown as it is.
  private static final int ROW = 3;

  private final Appendable out;
  private final TraceWords words = new TraceWords();
  private final List<String> row = new ArrayList<>();
  private long startNanos = Long.MIN_VALUE;
  private TraceEvent.@Nullable Call open;
  private @Nullable String repeated;
  private long rowBytes;

  TraceText(Appendable out) {
    this.out = out;
  }

  @Override
  public void accept(TraceEvent event) {
    if (startNanos == Long.MIN_VALUE) {
      startNanos = event.nanos();
    }
    TraceEvent.Call call = open;
    open = null;
    if (call != null && event instanceof TraceEvent.Return returned) {
      emptyCall(call, returned);
      return;
    }
    if (call != null) {
      endRow();
      line(call, words.of(call));
    }
    if (event instanceof TraceEvent.Call next) {
      open = next;
      return;
    }
    String text = words.of(event);
    if (text != null) {
      endRow();
      line(event, text);
    }
  }

  private void emptyCall(TraceEvent.Call call, TraceEvent.Return returned) {
    String text = words.of(call);
    String same = text + " running=" + returned.running();
    if (!same.equals(repeated)) {
      endRow();
      repeated = same;
    }
    rowBytes += Math.max(0, returned.received());
    row.add(stamped(call, text + "  " + words.of(returned)));
  }

  private void endRow() {
    if (row.size() <= ROW) {
      row.forEach(this::print);
    } else {
      String bytes = rowBytes == 0 ? "" : " rx=" + rowBytes;
      String first = row.getFirst();
      print(first.substring(0, first.indexOf("  <")) + " ×" + row.size() + bytes);
    }
    row.clear();
    rowBytes = 0;
    repeated = null;
  }

  @Override
  public void end() {
    endRow();
  }

  private void line(TraceEvent event, @Nullable String text) {
    if (text != null) {
      print(stamped(event, text));
    }
  }

  private String stamped(TraceEvent event, String text) {
    String millis = Long.toString((event.nanos() - startNanos) / 1_000_000);
    return " ".repeat(Math.max(0, 5 - millis.length()))
        + millis
        + " "
        + "  ".repeat(event.depth())
        + text;
  }

  private void print(String line) {
    try {
      out.append(line).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("the trace cannot be written", e);
    }
  }
}
