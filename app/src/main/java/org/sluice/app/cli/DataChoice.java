package org.sluice.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the list is.
final class DataChoice {
  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Keep the list of downloads here and not in its usual place.")
  private @Nullable Path folder;

  DataChoice() {}

  @Nullable Path folder() {
    return folder;
  }
}
