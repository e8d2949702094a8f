package org.sluice.app.tracefile;

import org.sluice.app.tape.Sample;
import org.sluice.app.tape.Tape;
import org.sluice.engine.trace.TraceEvent;
import org.sluice.engine.trace.TraceWriter;

/// Writes events and samples as a trace, without secrets unless they are wanted.
///
/// **Threads**: one. **Errors**: [java.io.UncheckedIOException] if the output fails.
final class TraceFileWriter {
  private final TraceWriter writer;
  private final TraceHead head;

  TraceFileWriter(Appendable out, TraceHead head) {
    this.writer = TraceWriter.full(out);
    this.head = head;
    writer.meta(
        "monitor",
        head.engine(),
        ",\"wall\":"
            + (head.startNanos() + head.wallOffsetNanos())
            + ",\"redacted\":"
            + !head.whole());
    writer.start(head.startNanos());
  }

  /// A whole tape, from the first event that it keeps.
  static void write(Tape tape, Appendable out, TraceHead head) {
    TraceFileWriter file = new TraceFileWriter(out, head);
    file.accept(Sample.whole(tape.first(), head.startNanos()));
    tape.tell(file::accept, file::accept);
    file.end();
  }

  void accept(TraceEvent event) {
    writer.accept(head.whole() ? event : Secrets.without(event));
  }

  void accept(Sample sample) {
    Sample shown = head.whole() ? sample : Secrets.without(sample);
    writer.line(sample.nanos(), SampleJson.write(shown, head.startNanos()));
  }

  /// Events that came too fast to be written stand between the lines around this one.
  void lost(long nanos, long count) {
    writer.line(nanos, "\"ev\":\"lost\",\"count\":" + count);
  }

  void end() {
    writer.end();
  }
}
