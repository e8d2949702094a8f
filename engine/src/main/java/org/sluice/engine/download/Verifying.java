package org.sluice.engine.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.sluice.engine.checksum.Digests;
import org.sluice.engine.checksum.Verdict;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.Checksum.Algorithm;

/// Reads a complete file again and compares its hashes with what is known.
///
/// **Threads**: one of its own for each file, `sluice-verify`.
final class Verifying {
  private static final int PIECE_BYTES = 1 << 20;
  private static final Set<OpenOption> READ =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

  private Verifying() {}

  /// @param expected of the whole file; SHA-256 is computed if there is none
  static CompletableFuture<Verification> of(Path file, List<Checksum> expected) {
    CompletableFuture<Verification> answer = new CompletableFuture<>();
    Thread.ofPlatform()
        .name("sluice-verify")
        .daemon(true)
        .start(
            () -> {
              try {
                answer.complete(verify(file, expected));
              } catch (IOException | RuntimeException e) {
                answer.completeExceptionally(e);
              }
            });
    return answer;
  }

  private static Verification verify(Path file, List<Checksum> expected) throws IOException {
    EnumSet<Algorithm> algorithms = EnumSet.noneOf(Algorithm.class);
    expected.forEach(checksum -> algorithms.add(checksum.algorithm()));
    if (algorithms.isEmpty()) {
      algorithms.add(Algorithm.SHA_256);
    }
    Digests digests = new Digests(algorithms);
    ByteBuffer piece = ByteBuffer.allocate(PIECE_BYTES);
    try (FileChannel channel = FileChannel.open(file, READ)) {
      while (channel.read(piece) >= 0) {
        digests.update(piece.flip());
        piece.clear();
      }
    }
    List<Checksum> computed = digests.finish();
    Verdict verdict = Verdict.of(expected, computed);
    return new Verification(!(verdict instanceof Verdict.Differs), verdict.sentence(), computed);
  }
}
