package org.sluice.app.cli;

import picocli.CommandLine.Option;

/// How a download of the list goes on.
enum ResumeChoice {
  /// Where it was.
  GO_ON,
  /// At the first byte; what is here is thrown away.
  RESTART,
  /// At the first byte of the file that the server has now; the old bytes are put aside.
  TAKE_NEW,
  /// Where it was, although nothing proves that it is the same file.
  TRUST,
  /// It is complete: its broken pieces come again.
  REPAIR;

  /// One of them at most.
  static final class Options {
    @Option(names = "--restart", description = "Begin at the first byte even so.")
    private boolean restart;

    @Option(
        names = "--take-new",
        description = "Fetch the file that the server has now, and put the old bytes aside.")
    private boolean takeNew;

    @Option(
        names = "--trust",
        description = "Go on although it seems to be another file; nothing proves the result.")
    private boolean trust;

    @Option(
        names = "--repair",
        description = "Read a complete file again, and fetch its broken pieces.")
    private boolean repair;

    Options() {}

    ResumeChoice choice() {
      if (restart) {
        return RESTART;
      }
      if (takeNew) {
        return TAKE_NEW;
      }
      if (repair) {
        return REPAIR;
      }
      return trust ? TRUST : GO_ON;
    }
  }
}
