package org.sluice.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.Checksum;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sluice verify`: reads files again and compares their hashes.
@Command(
    name = "verify",
    description = {
      "Reads files again and compares their checksums.",
      "With those that are given, with a list such as SHA256SUMS, with a Metalink, or",
      "with those that the list of downloads knows. Where the pieces of a file are",
      "known, the broken ones are named."
    },
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice verify a.iso             with what was given when it was downloaded",
      "  sluice verify --checksum sha-256:9f86… a.iso",
      "  sluice verify --sums SHA256SUMS *.iso",
      "  sluice verify --metalink a.iso.meta4 a.iso",
      "Broken pieces of a download of the list come again with: sluice resume --repair ID",
      "Exit codes: 0 all are right; 113 one is wrong; 115 nothing is known to compare",
      "one with (its SHA-256 is shown); 26 one cannot be read."
    })
final class VerifyCommand implements Callable<Integer> {
  private final Caller caller;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "What to check.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--checksum",
      paramLabel = "ALGO:HEX",
      converter = ChecksumConverter.class,
      description = "What the only file must hash to; may be repeated.")
  private List<Checksum> checksums = new ArrayList<>();

  @Option(
      names = "--sums",
      paramLabel = "FILE",
      description = "Check files against this list, such as SHA256SUMS.")
  private @Nullable Path sums;

  @Option(
      names = "--metalink",
      paramLabel = "FILE",
      description = "Check files against this Metalink (.meta4), piece by piece.")
  private @Nullable Path metalink;

  @Mixin private SayingChoices saying = new SayingChoices();

  @Mixin private DataChoice data = new DataChoice();

  @Mixin HelpChoice help = new HelpChoice();

  VerifyCommand(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (!checksums.isEmpty() && files.size() > 1) {
      throw new ParameterException(
          spec.commandLine(), "--checksum is that of one file; --sums is for several");
    }
    List<Path> all = files.stream().map(caller::absolute).toList();
    Expectations expected =
        new Expectations(
            checksums,
            sums == null ? null : caller.absolute(sums),
            metalink == null ? null : caller.absolute(metalink));
    return new Verify(all, expected, saying.saying(), caller).run(data.folder());
  }
}
