package org.sluice.app.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.app.cli.GetRunning.Saying;
import org.sluice.app.terminal.Columns;
import org.sluice.engine.checksum.Verdict;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.Checksum.Algorithm;

/// Checks files, one after the other.
final class Verify {
  private final List<Path> files;
  private final Expectations expected;
  private final Saying saying;
  private final Caller caller;

  /// @param files absolute
  Verify(List<Path> files, Expectations expected, Saying saying, Caller caller) {
    this.files = files;
    this.expected = expected;
    this.saying = saying;
    this.caller = caller;
  }

  /// @param dataFolder of the list, as given; null for the usual one
  /// @return the exit code: that of the first file that is not right
  int run(@Nullable Path dataFolder) throws InterruptedException {
    SumsFile sums;
    try {
      Path list = expected.sums();
      sums = list == null ? null : SumsFile.read(list);
    } catch (IOException e) {
      caller.complain("--sums cannot be used: " + e.getMessage());
      return CommandLineMain.USAGE;
    }
    KnownFiles known = KnownFiles.NOTHING;
    if (expected.isEmpty()) {
      KnownFiles.Answer answer = KnownFiles.ask(files, dataFolder, caller);
      if (answer.code() != 0) {
        return answer.code();
      }
      known = answer.known();
    }
    int code = 0;
    for (Path file : files) {
      int one = check(file, sums, known).number();
      code = code == 0 ? one : code;
    }
    return code;
  }

  private ExitCode check(Path file, @Nullable SumsFile sums, KnownFiles known) {
    if (known.isUnfinished(file)) {
      return say(file, ExitCode.NOTHING_THERE, "It is not complete yet", null);
    }
    List<Checksum> wanted = new ArrayList<>(expected.checksums());
    try {
      Path name = file.getFileName();
      wanted.addAll(
          sums == null || name == null ? known.checksums(file) : sums.of(name.toString()));
    } catch (IllegalArgumentException e) {
      return say(file, ExitCode.NOTHING_THERE, String.valueOf(e.getMessage()), null);
    }
    Set<Algorithm> algorithms = EnumSet.noneOf(Algorithm.class);
    wanted.forEach(checksum -> algorithms.add(checksum.algorithm()));
    if (algorithms.isEmpty()) {
      algorithms.add(Algorithm.SHA_256);
    }
    try {
      return judge(file, wanted, hash(file, algorithms));
    } catch (NoSuchFileException e) {
      return say(file, ExitCode.CANNOT_READ, "It is not there", null);
    } catch (IOException e) {
      return say(file, ExitCode.CANNOT_READ, "It cannot be read: " + e.getMessage(), null);
    }
  }

  private List<Checksum> hash(Path file, Set<Algorithm> algorithms) throws IOException {
    try (VerifyProgress progress = VerifyProgress.of(file, saying, caller)) {
      return FileHash.of(file, algorithms, progress::read);
    }
  }

  private ExitCode judge(Path file, List<Checksum> wanted, List<Checksum> found) {
    Verdict verdict = Verdict.of(wanted, found);
    return switch (verdict) {
      case Verdict.Matches matches -> say(file, ExitCode.OK, matches.sentence(), found);
      case Verdict.Differs differs -> say(file, ExitCode.WRONG_CHECKSUM, differs.sentence(), found);
      case Verdict.Unknown unknown -> say(file, ExitCode.NOTHING_THERE, unknown.sentence(), found);
    };
  }

  private ExitCode say(Path file, ExitCode code, String sentence, @Nullable List<Checksum> found) {
    if (saying == Saying.JSON) {
      new JsonLines(caller.out())
          .write(
              json ->
                  json.text("event", "verified")
                      .text("file", file.toString())
                      .flag("ok", code == ExitCode.OK)
                      .texts("found", found == null ? List.of() : found)
                      .text("sentence", sentence)
                      .number("code", code.number()));
    } else if (code == ExitCode.OK) {
      if (saying != Saying.QUIET) {
        caller.out().println(Columns.harmless(file + ": " + sentence + "."));
      }
    } else {
      String hash = found == null ? "" : " It is " + found.getFirst() + ".";
      caller.complain(file + ": " + sentence + "." + (code == ExitCode.NOTHING_THERE ? hash : ""));
    }
    return code;
  }
}
