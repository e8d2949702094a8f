package org.sluice.app.tracefile;

import java.util.List;
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
    List<Sample> samples = tape.samples();
    int sample = 0;
    for (long at = tape.begin(); at < tape.end(); at++) {
      TraceEvent event = tape.event(at);
      while (sample < samples.size() && samples.get(sample).nanos() < event.nanos()) {
        file.accept(samples.get(sample++));
      }
      file.accept(event);
    }
    samples.subList(sample, samples.size()).forEach(file::accept);
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
