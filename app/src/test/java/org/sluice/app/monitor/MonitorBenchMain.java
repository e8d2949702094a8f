package org.sluice.app.monitor;

import javafx.application.Application;

/// Starts [MonitorBench] from the class path, where a subclass of `Application` cannot start itself.
public final class MonitorBenchMain {
  private MonitorBenchMain() {}

  public static void main(String[] arguments) {
    Application.launch(MonitorBench.class, arguments);
  }
}
