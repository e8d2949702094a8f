package org.sluice.engine.download;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.checksum.BrokenPieces;
import org.sluice.engine.checksum.FileCheck;
import org.sluice.engine.checksum.Verdict;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.PieceHashes;

/// Reads a complete file again and compares its hashes with what is known.
///
/// **Threads**: one of its own for each file, `sluice-verify`.
final class Verifying {
  private static final Set<OpenOption> READ =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

  private Verifying() {}

  /// @param expected of the whole file; SHA-256 is computed if there is none
  /// @param pieces null if nothing is known of them
  static CompletableFuture<Verification> of(
      Path file, List<Checksum> expected, @Nullable PieceHashes pieces) {
    CompletableFuture<Verification> answer = new CompletableFuture<>();
    Thread.ofPlatform()
        .name("sluice-verify")
        .daemon(true)
        .start(
            () -> {
              try {
                answer.complete(verify(file, expected, pieces));
              } catch (IOException | RuntimeException e) {
                answer.completeExceptionally(e);
              }
            });
    return answer;
  }

  private static Verification verify(
      Path file, List<Checksum> expected, @Nullable PieceHashes pieces) throws IOException {
    FileCheck found;
    try (FileChannel channel = FileChannel.open(file, READ)) {
      found = FileCheck.read(channel, expected, pieces, bytes -> {});
    }
    List<Checksum> computed = found.computed();
    if (pieces != null && !found.broken().isEmpty()) {
      String which = BrokenPieces.words(pieces, found.broken());
      return new Verification(false, which, computed, found.broken());
    }
    if (pieces != null && found.length() > 0 && !pieces.fits(found.length())) {
      return new Verification(false, BrokenPieces.otherLength(pieces, found.length()), computed);
    }
    Verdict verdict = Verdict.of(expected, computed);
    return new Verification(!(verdict instanceof Verdict.Differs), verdict.sentence(), computed);
  }
}
