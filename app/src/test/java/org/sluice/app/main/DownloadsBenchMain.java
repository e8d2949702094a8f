package org.sluice.app.main;

import javafx.application.Application;

/// Starts [DownloadsBench] from the class path, where a subclass of `Application` cannot start itself.
public final class DownloadsBenchMain {
  private DownloadsBenchMain() {}

  public static void main(String[] arguments) {
    Application.launch(DownloadsBench.class, arguments);
  }
}
