package org.sluice.app.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.app.cli.GetRunning.Saying;
import org.sluice.app.terminal.Columns;
import org.sluice.engine.checksum.BrokenPieces;
import org.sluice.engine.checksum.FileCheck;
import org.sluice.engine.checksum.Verdict;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.PieceHashes;
import org.sluice.engine.metalink.MetalinkFile;
import org.sluice.engine.range.Spans;

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
    Lookup lookup;
    try {
      lookup = given();
    } catch (IOException e) {
      caller.complain("--sums cannot be used: " + e.getMessage());
      return CommandLineMain.USAGE;
    } catch (TransferException e) {
      caller.complain("--metalink cannot be used: " + e.sentence());
      return CommandLineMain.USAGE;
    }
    KnownFiles known = KnownFiles.NOTHING;
    if (expected.isEmpty()) {
      KnownFiles.Answer answer = KnownFiles.ask(files, dataFolder, caller);
      if (answer.code() != 0) {
        return answer.code();
      }
      known = answer.known();
      lookup = known::file;
    }
    int code = 0;
    for (Path file : files) {
      int one = check(file, lookup, known).number();
      code = code == 0 ? one : code;
    }
    return code;
  }

  /// Says what is known of a file.
  private interface Lookup {
    /// @throws IllegalArgumentException with a sentence if it should be known but is not
    KnownFile of(Path file);
  }

  /// What the user gives besides the checksums.
  private Lookup given() throws IOException, TransferException {
    Path list = expected.sums();
    if (list != null) {
      SumsFile sums = SumsFile.read(list);
      return file -> KnownFile.NOTHING.checksums(sums.of(name(file)));
    }
    Path metalink = expected.metalink();
    if (metalink != null) {
      List<MetalinkFile> described = MetalinkOrders.ofFile(metalink).files();
      return file -> described(metalink, described, name(file));
    }
    return file -> KnownFile.NOTHING;
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static KnownFile described(Path metalink, List<MetalinkFile> files, String name) {
    MetalinkFile found =
        files.stream()
            .filter(file -> files.size() == 1 || name.equals(file.name()))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(metalink + " says nothing of " + name));
    return new KnownFile(null, found.checksums(), found.pieces());
  }

  private ExitCode check(Path file, Lookup lookup, KnownFiles known) {
    if (known.isUnfinished(file)) {
      return say(file, Finding.none(ExitCode.NOTHING_THERE, "It is not complete yet"));
    }
    try {
      KnownFile wanted = lookup.of(file);
      List<Checksum> checksums = new ArrayList<>(expected.checksums());
      checksums.addAll(wanted.checksums());
      wanted = wanted.checksums(checksums);
      return say(file, judge(wanted, read(file, wanted)));
    } catch (IllegalArgumentException e) {
      return say(file, Finding.none(ExitCode.NOTHING_THERE, String.valueOf(e.getMessage())));
    } catch (NoSuchFileException e) {
      return say(file, Finding.none(ExitCode.CANNOT_READ, "It is not there"));
    } catch (IOException e) {
      return say(file, Finding.none(ExitCode.CANNOT_READ, "It cannot be read: " + e.getMessage()));
    }
  }

  private FileCheck read(Path file, KnownFile wanted) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        VerifyProgress progress = VerifyProgress.of(file, saying, caller)) {
      return FileCheck.read(channel, wanted.checksums(), wanted.pieces(), progress::read);
    }
  }

  /// @param found what the file hashes to; null if that is not known
  /// @param broken its broken pieces
  private record Finding(
      ExitCode code, String sentence, @Nullable List<Checksum> found, Spans broken) {
    static Finding none(ExitCode code, String sentence) {
      return new Finding(code, sentence, null, Spans.EMPTY);
    }
  }

  private static Finding judge(KnownFile wanted, FileCheck read) {
    PieceHashes pieces = wanted.pieces();
    List<Checksum> found = read.computed();
    if (pieces != null && !read.broken().isEmpty()) {
      String sentence = BrokenPieces.words(pieces, read.broken()) + repair(wanted);
      return new Finding(ExitCode.WRONG_CHECKSUM, sentence, found, read.broken());
    }
    if (pieces != null && !pieces.fits(read.length())) {
      String sentence = BrokenPieces.otherLength(pieces, read.length()) + restart(wanted);
      return new Finding(ExitCode.WRONG_CHECKSUM, sentence, found, Spans.EMPTY);
    }
    Verdict verdict = Verdict.of(wanted.checksums(), found);
    return switch (verdict) {
      case Verdict.Matches matches ->
          new Finding(ExitCode.OK, matches.sentence(), found, Spans.EMPTY);
      case Verdict.Differs differs ->
          new Finding(
              ExitCode.WRONG_CHECKSUM, differs.sentence() + restart(wanted), found, Spans.EMPTY);
      case Verdict.Unknown unknown ->
          pieces == null
              ? new Finding(ExitCode.NOTHING_THERE, unknown.sentence(), found, Spans.EMPTY)
              : new Finding(
                  ExitCode.OK, "All " + pieces.count() + " pieces are right", found, Spans.EMPTY);
    };
  }

  private static String repair(KnownFile file) {
    return file.id() == null
        ? ""
        : ". To fetch them again, and nothing else: sluice resume --repair " + file.id();
  }

  private static String restart(KnownFile file) {
    return file.id() == null
        ? ""
        : ". To fetch all of it again: sluice resume --restart " + file.id();
  }

  private ExitCode say(Path file, Finding finding) {
    ExitCode code = finding.code();
    String sentence = finding.sentence();
    List<Checksum> found = finding.found();
    if (saying == Saying.JSON) {
      new JsonLines(caller.out())
          .write(
              json ->
                  json.text("event", "verified")
                      .text("file", file.toString())
                      .flag("ok", code == ExitCode.OK)
                      .texts("found", found == null ? List.of() : found)
                      .texts(
                          "broken",
                          finding.broken().spans().stream()
                              .map(span -> span.from() + "-" + (span.to() - 1))
                              .toList())
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
