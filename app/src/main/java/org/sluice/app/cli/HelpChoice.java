package org.sluice.app.cli;

import picocli.CommandLine.Option;

/// Every command says what it does when asked.
final class HelpChoice {
  @SuppressWarnings("UnusedVariable") // picocli asks for a place to put it
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  private boolean asked;

  HelpChoice() {}
}
