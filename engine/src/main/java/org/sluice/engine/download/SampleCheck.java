package org.sluice.engine.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.disk.DiskAnswer;
import org.sluice.engine.disk.DiskFailure;
import org.sluice.engine.disk.PartFile;
import org.sluice.engine.download.LiveCarrier.EnoughException;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.item.Validators;
import org.sluice.engine.multi.Transfer;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;
import org.sluice.engine.request.BodySink;
import org.sluice.engine.resume.AnswerCheck;
import org.sluice.engine.resume.AnswerDecision;
import org.sluice.engine.resume.Expected;
import org.sluice.engine.resume.RangeRequest;
import org.sluice.engine.resume.Samples;

/// Fetches windows of what is on the disk already once more, one after the other, and compares.
///
/// **Threads**: confined to the loop.
final class SampleCheck {
  /// What it came to.
  sealed interface Outcome {
    /// Every window was compared, or one that differs was found.
    ///
    /// @param seen of the first answer
    record Compared(Validators seen, Samples samples) implements Outcome {}

    /// An answer that brings no sample.
    record Unwanted(AnswerDecision verdict) implements Outcome {}

    /// A transfer that broke.
    record Broke(Transfer transfer, TransferErrorCode code) implements Outcome {}

    /// The disk could not be read.
    record Unreadable(DiskFailure failure) implements Outcome {}
  }

  private final Site site;
  private final Item item;
  private final PartFile part;
  private final Knowledge know;
  private final Deque<Span> windows;
  private final Consumer<Outcome> then;
  private @Nullable Transfer transfer;
  private @Nullable Validators seen;
  private long compared;
  private boolean over;

  SampleCheck(
      Site site, Item item, PartFile part, Knowledge know, Spans windows, Consumer<Outcome> then) {
    this.site = site;
    this.item = item;
    this.part = part;
    this.know = know;
    this.windows = new ArrayDeque<>(windows.spans());
    this.then = then;
  }

  void begin() {
    Span window = windows.poll();
    if (window == null) {
      Validators first = seen;
      end(
          new Outcome.Compared(
              first == null ? know.known() : first,
              compared == 0
                  ? new Samples.NotCompared()
                  : new Samples.Equal(compared, compared >= item.committed().total())));
      return;
    }
    RangeRequest sent = RangeRequest.sample(window);
    Window sink = new Window(window, sent);
    Transfer made = new Transfer(site.transfer(item, know, sent), sink);
    sink.transfer = made;
    transfer = made;
    site.start(made, code -> done(sink, code));
  }

  void cancel() {
    over = true;
    if (transfer != null) {
      site.cancel(transfer);
    }
  }

  private void end(Outcome outcome) {
    if (!over) {
      over = true;
      then.accept(outcome);
    }
  }

  private void done(Window sink, TransferErrorCode code) {
    if (over) {
      return;
    }
    if (sink.bytes.hasRemaining()) { // not the whole window
      AnswerDecision verdict = sink.verdict;
      Transfer made = sink.transfer;
      if (verdict != null && !sink.wanted) {
        end(new Outcome.Unwanted(verdict));
      } else if (made != null) {
        TransferErrorCode why =
            code == TransferErrorCode.OK ? TransferErrorCode.PARTIAL_FILE : code;
        end(new Outcome.Broke(made, why));
      }
      return;
    }
    part.read(sink.window, answer -> compare(sink, answer));
  }

  private void compare(Window sink, DiskAnswer<ByteBuffer> answer) {
    switch (answer) {
      case DiskAnswer.Failed<ByteBuffer>(DiskFailure failure) ->
          end(new Outcome.Unreadable(failure));
      case DiskAnswer.Done<ByteBuffer>(ByteBuffer mine) -> {
        int differs = mine.mismatch(sink.bytes.flip());
        if (differs >= 0) {
          Validators first = seen;
          end(
              new Outcome.Compared(
                  first == null ? know.known() : first,
                  new Samples.Different(sink.window.from() + differs)));
        } else {
          compared += sink.window.length();
          begin();
        }
      }
    }
  }

  /// Keeps one window.
  private final class Window implements BodySink {
    private final Span window;
    private final RangeRequest sent;
    private final ByteBuffer bytes;
    private @Nullable Transfer transfer;
    private @Nullable AnswerDecision verdict;
    private boolean wanted;

    Window(Span window, RangeRequest sent) {
      this.window = window;
      this.sent = sent;
      bytes = ByteBuffer.allocate(Math.toIntExact(window.length()));
    }

    @Override
    public void head(ResponseHead head) throws IOException {
      Expected expected = know.expected(sent, item.committed().total(), 0);
      if (over || expected == null) {
        throw new EnoughException("not wanted any more");
      }
      AnswerDecision found = AnswerCheck.decide(expected, head, site.options.clock().instant());
      verdict = found;
      Validators answered =
          switch (found) {
            case AnswerDecision.TakeBody body -> body.seen();
            case AnswerDecision.CompareFirst first -> first.seen();
            default -> null; // whatever it is, it is no sample
          };
      if (answered == null || head.status() != 206) {
        throw new EnoughException(found.reason());
      }
      wanted = true;
      if (seen == null) {
        seen = answered;
      }
    }

    @Override
    public Answer write(ByteBuffer chunk) throws IOException {
      if (over || !bytes.hasRemaining()) {
        throw new EnoughException("the sample is complete");
      }
      int n = Math.min(bytes.remaining(), chunk.remaining());
      bytes.put(chunk.slice(chunk.position(), n));
      return Answer.TAKEN;
    }
  }
}
