package org.sluice.app.cli;

import org.sluice.engine.trace.TraceEvent;
import org.sluice.engine.trace.TraceWriter;

/// JSON Lines, in the format of the recorded traces of libcurl.
final class TraceLines implements TraceOutput {
  private final TraceWriter writer;

  TraceLines(Appendable out, String scenario) {
    writer = new TraceWriter(out);
    writer.meta(scenario, "Sluice " + Version.number());
  }

  @Override
  public void accept(TraceEvent event) {
    writer.accept(event);
  }

  @Override
  public void end() {
    writer.end();
  }
}
