package org.sluice.app.tracefile;

import java.io.IOException;
import java.time.Instant;
import org.sluice.app.tape.EventWords;
import org.sluice.app.tape.Tape;
import org.sluice.app.tape.TapeSteps;
import org.sluice.engine.trace.TraceEvent;

/// A record as a table: moment, seconds since the first event, socket, transfer, event, state, words.
///
/// **Source**: RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe.
final class EventsCsv {
  private static final long SECOND = 1_000_000_000L;

  private EventsCsv() {}

  static void write(Tape tape, Appendable out, TraceHead head) throws IOException {
    out.append("time,seconds,socket,transfer,event,state,words\r\n");
    StringBuilder line = new StringBuilder();
    long start = tape.beginNanos();
    for (long at = tape.begin(); at < tape.end(); at++) {
      TraceEvent event = head.whole() ? tape.event(at) : Secrets.without(tape.event(at));
      long wall = event.nanos() + head.wallOffsetNanos();
      line.setLength(0);
      line.append(Instant.ofEpochSecond(Math.floorDiv(wall, SECOND), Math.floorMod(wall, SECOND)));
      line.append(',');
      seconds(line, event.nanos() - start);
      line.append(',').append(number(TapeSteps.socketOf(event)));
      line.append(',').append(number(TapeSteps.transferOf(event)));
      line.append(',').append(EventWords.kind(event)).append(',');
      cell(line, EventWords.state(event));
      line.append(',');
      cell(line, EventWords.of(event));
      out.append(line.append("\r\n"));
    }
  }

  private static void seconds(StringBuilder line, long nanos) {
    line.append(nanos / SECOND).append('.');
    String rest = Long.toString(nanos % SECOND);
    line.append("0".repeat(9 - rest.length())).append(rest);
  }

  private static String number(long value) {
    return value == 0 ? "" : Long.toString(value);
  }

  private static void cell(StringBuilder line, String text) {
    String safe =
        !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("-?[0-9]+ ms")
            ? "'" + text
            : text;
    if (safe.indexOf(',') < 0 && safe.indexOf('"') < 0 && safe.indexOf('\n') < 0) {
      line.append(safe);
    } else {
      line.append('"').append(safe.replace("\"", "\"\"")).append('"');
    }
  }
}
