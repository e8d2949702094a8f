package org.sluice.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `sluice` itself: help and version.
@Command(
    name = "sluice",
    versionProvider = Version.class,
    description = "Downloads files, and shows how its sockets work. Without a command: the window.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice                                   opens the window",
      "  sluice get https://example.org/a.iso     downloads a file",
      "  sluice get -i list.txt -d files          downloads what a list names",
      "  sluice list                              shows what is not complete",
      "  sluice resume 12                         goes on with a download",
      "  sluice trace lab:small                   shows every call of a download",
      "  sluice lab                               starts a server to learn with",
      "  sluice tour --out pictures               takes a picture of every screen",
      "See sluice COMMAND --help for the options of a command."
    })
final class SluiceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin HelpChoice help = new HelpChoice();

  @SuppressWarnings("UnusedVariable") // picocli asks for a place to put it
  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Shows the version.")
  private boolean version;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return 0;
  }
}
