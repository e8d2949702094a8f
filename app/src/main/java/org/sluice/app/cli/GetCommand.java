package org.sluice.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `sluice get`: downloads files.
@Command(
    name = "get",
    description = {
      "Downloads files. While a file is not complete it is called NAME.part.",
      "What was interrupted goes on where it was when the same is asked for again."
    },
    sortOptions = false,
    abbreviateSynopsis = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice get https://example.org/a.iso https://example.org/b.iso",
      "  sluice get -o disk.iso https://example.org/latest",
      "  sluice get 'https://example.org/part[01-20].zip'",
      "  sluice get -o '#2-#1.txt' 'https://example.org/[1-3]/{a,b}.txt'",
      "  sluice get --checksum sha-256:9f86… https://example.org/a.iso",
      "  sluice get --mirror https://example.net/a.iso https://example.org/a.iso",
      "  sluice get -i list.txt -d files --parallel 32",
      "  sluice get https://example.org/a.iso.meta4",
      "  sluice get lab:10m      from a server in this process, to try things out",
      "Exit codes: 0 all complete; 1 some failed; 2 wrong arguments; for a single",
      "file the number of its error, as of curl: 7 no connection, 22 HTTP error,",
      "60 not trusted; or 110 paused, 111 changed on the server, 112 address",
      "expired, 113 wrong checksum, 114 a web page came, 115 nothing to resume,",
      "116 no list; 130 after Ctrl-C."
    })
final class GetCommand implements Callable<Integer> {
  private final Caller caller;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private WantedChoices wanted = new WantedChoices();

  @Mixin private FileChoices files = new FileChoices();

  @Mixin private FetchChoices fetch = new FetchChoices();

  @Mixin private RunningChoices running = new RunningChoices();

  @Mixin HelpChoice help = new HelpChoice();

  GetCommand(Caller caller) {
    this.caller = caller;
  }

  /// @throws ParameterException if they make no sense
  GetOptions options() {
    try {
      GetOptions options =
          new GetOptions(
              wanted.wanted(),
              files.files(),
              fetch.fetch(caller.served() == null ? System.console() : null),
              running.running(fetch.transfer()));
      String objection = options.objection();
      if (objection == null) {
        return options;
      }
      throw new ParameterException(spec.commandLine(), objection);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    return new Get(options(), caller).run();
  }
}
