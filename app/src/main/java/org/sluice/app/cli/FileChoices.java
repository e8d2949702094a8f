package org.sluice.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.FileWish.Preallocation;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// The options of `get` that say where files go.
final class FileChoices {
  @Option(
      names = {"-d", "--directory"},
      paramLabel = "DIR",
      description = "The folder for the files; made if it is not there.")
  private Path directory = Path.of("");

  @ArgGroup private @Nullable IfThere ifThere;

  @Option(
      names = "--prealloc",
      paramLabel = "HOW",
      defaultValue = "sparse",
      description =
          "How room on the disk is taken: none, sparse or full; ${DEFAULT-VALUE} if not given.")
  private Preallocation preallocation = Preallocation.SPARSE;

  @Option(names = "--server-time", description = "Give files the time that the server says.")
  private boolean serverTime;

  @Option(names = "--no-web-mark", description = "Do not mark files as coming from the internet.")
  private boolean noWebMark;

  /// One of them at most.
  private static final class IfThere {
    @Option(names = "--overwrite", description = "Replace files that are there already.")
    private boolean overwrite;

    @Option(
        names = {"--no-clobber", "-n"},
        description = "Leave files that are there already, and take them as done.")
    private boolean skip;

    @Option(
        names = "--number",
        description = "Make \"name (1).ext\" where there is a file already.")
    private boolean number;

    private IfThere() {}

    private GetFiles.Existing existing() {
      if (overwrite) {
        return GetFiles.Existing.OVERWRITE;
      }
      if (skip) {
        return GetFiles.Existing.SKIP;
      }
      return number ? GetFiles.Existing.NUMBER : GetFiles.Existing.REFUSE;
    }
  }

  FileChoices() {}

  GetFiles files() {
    return new GetFiles(
        directory,
        ifThere == null ? GetFiles.Existing.REFUSE : ifThere.existing(),
        preallocation,
        serverTime,
        !noWebMark);
  }
}
