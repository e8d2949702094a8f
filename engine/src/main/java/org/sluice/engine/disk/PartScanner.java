package org.sluice.engine.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.sluice.engine.range.Span;

/// Reads a part file back.
///
/// **Threads**: those of [DiskThreads]. **Limits**: [#PIECE_BYTES] of memory each time.
final class PartScanner {
  static final int PIECE_BYTES = 256 << 10;

  private final FileLayer files;
  private final WriteBehind behind;

  PartScanner(FileLayer files, WriteBehind behind) {
    this.files = files;
    this.behind = behind;
  }

  void scan(FileQueue file, Span span, ScanSink each, Consumer<DiskAnswer<Long>> then) {
    DiskAnswer<Long> answer;
    try {
      answer = show(file, span, each);
    } catch (IOException e) {
      answer = new DiskAnswer.Failed<>(Diagnosis.of(e, file.part(), files));
    } catch (RuntimeException e) {
      answer = new DiskAnswer.Failed<>(Diagnosis.of(new IOException(e), file.part(), files));
    }
    DiskAnswer<Long> told = answer;
    file.tell(() -> then.accept(told)); // first: nobody is to hear of the end before
    behind.jobDone(file);
  }

  private static DiskAnswer<Long> show(FileQueue file, Span span, ScanSink each)
      throws IOException {
    ByteBuffer piece = ByteBuffer.allocateDirect((int) Math.min(PIECE_BYTES, span.length()));
    long at = span.from();
    while (at < span.to()) {
      piece.clear().limit((int) Math.min(piece.capacity(), span.to() - at));
      int read = file.channel().read(piece, at);
      if (read < 0) {
        return new DiskAnswer.Failed<>(tooShort(file, span, at));
      }
      boolean goOn = each.show(at, piece.flip());
      at += read;
      if (!goOn) {
        break;
      }
    }
    return new DiskAnswer.Done<>(at - span.from());
  }

  private static DiskFailure tooShort(FileQueue file, Span span, long end) {
    String sentence = file.part() + " ends at " + end + ", not at " + span.to() + " or later";
    return new DiskFailure(DiskFailure.Kind.INCOMPLETE, sentence, file.part(), null);
  }
}
