package org.sluice.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// How much is said, and in which form.
final class SayingChoices {
  @ArgGroup private @Nullable Form form;

  /// One of them at most.
  private static final class Form {
    @Option(
        names = {"-q", "--quiet"},
        description = "Say nothing but what fails.")
    private boolean quiet;

    @Option(
        names = "--json",
        description = "Say everything as lines of JSON, the last with the result.")
    private boolean json;

    private Form() {}
  }

  SayingChoices() {}

  GetRunning.Saying saying() {
    if (form != null && form.json) {
      return GetRunning.Saying.JSON;
    }
    return form != null && form.quiet ? GetRunning.Saying.QUIET : GetRunning.Saying.USUAL;
  }
}
