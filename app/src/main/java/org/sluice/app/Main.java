package org.sluice.app;

import org.sluice.app.cli.CommandLineMain;

/// The entry: a command if there is one, else the window.
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    System.exit(CommandLineMain.run(args));
  }
}
