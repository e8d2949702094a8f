package org.sluice.app.cli;

import org.sluice.app.tracefile.Secrets;
import org.sluice.app.words.Redaction;
import org.sluice.engine.trace.TraceEvent;
import org.sluice.engine.trace.TraceWriter;

/// JSON Lines, in the format of the recorded traces of libcurl.
final class TraceLines implements TraceOutput {
  private final TraceWriter writer;

  TraceLines(Appendable out, String scenario) {
    writer = TraceWriter.full(out);
    writer.meta(Redaction.of(scenario), "Sluice " + Version.number(), ",\"redacted\":true");
  }

  @Override
  public void accept(TraceEvent event) {
    writer.accept(Secrets.without(event));
  }

  @Override
  public void end() {
    writer.end();
  }
}
