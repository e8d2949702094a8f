package org.sluice.app.cli;

import java.util.function.Consumer;
import org.sluice.engine.trace.TraceEvent;

/// One of the two ways to show a trace.
interface TraceOutput extends Consumer<TraceEvent> {
  /// After the last event.
  void end();
}
