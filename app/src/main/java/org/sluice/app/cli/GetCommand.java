package org.sluice.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sluice get`: downloads files.
@Command(
    name = "get",
    description = "Downloads files. While a file is not complete it is called NAME.part.",
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice get https://example.org/a.iso https://example.org/b.iso",
      "  sluice get -o disk.iso https://example.org/latest",
      "  sluice get -i list.txt -d files --parallel 32",
      "  sluice get lab:10m             from a server in this process, to try things out",
      "A line of the list is a URL, or a URL, a tab and a path.",
      "Exit codes: 0 all complete; 1 some failed; 2 wrong arguments; for a single URL",
      "the number of its error, as of curl: 7 no connection, 22 HTTP error, 60 not trusted …"
    })
final class GetCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "URL", arity = "0..*", description = "What to download.")
  private List<String> urls = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The file to make of the only URL.")
  private @Nullable String output;

  @Option(
      names = {"-d", "--directory"},
      paramLabel = "DIR",
      description = "The folder for the files; made if it is not there.")
  private Path directory = Path.of("");

  @Option(
      names = {"-i", "--input"},
      paramLabel = "LIST",
      description = "Read URLs from this file.")
  private @Nullable Path list;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      defaultValue = "" + GetOptions.DEFAULT_PARALLEL,
      description = "How many files at the same time; ${DEFAULT-VALUE} if not given.")
  private int parallel;

  @Option(names = "--overwrite", description = "Replace files that are there already.")
  private boolean overwrite;

  @Option(
      names = {"-q", "--quiet"},
      description = "Say nothing but what fails.")
  private boolean quiet;

  @Mixin private TransferChoices choices = new TransferChoices();

  @SuppressWarnings("UnusedVariable") // picocli asks for a place to put it
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  private boolean help;

  GetOptions options() {
    return new GetOptions(
        urls, output, directory, list, parallel, overwrite, quiet, choices.settings());
  }

  @Override
  public Integer call() throws InterruptedException {
    GetOptions options = options();
    String objection = options.objection();
    if (objection != null) {
      throw new ParameterException(spec.commandLine(), objection);
    }
    return new Get(options).run();
  }
}
