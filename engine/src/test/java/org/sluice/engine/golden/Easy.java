package org.sluice.engine.golden;

import java.nio.ByteBuffer;
import org.sluice.engine.multi.Transfer;
import org.sluice.engine.request.BodySink;
import org.sluice.engine.request.TransferOptions;

/// One transfer of a traced multi, with its number and what it has received.
final class Easy {
  /// May answer for the sink; null lets the chunk pass.
  interface Hook {
    BodySink.Answer answer(Easy easy, ByteBuffer chunk);
  }

  final int number;
  final Transfer transfer;
  long received;
  Hook hook = (easy, chunk) -> BodySink.Answer.TAKEN;

  /// With a sink of the test's own, whose bytes nobody counts.
  Easy(int number, TransferOptions options, BodySink sink) {
    this.number = number;
    transfer = new Transfer(options, sink);
  }

  Easy(int number, TransferOptions options) {
    this.number = number;
    transfer =
        new Transfer(
            options,
            chunk -> {
              BodySink.Answer answer = hook.answer(this, chunk);
              if (answer == BodySink.Answer.TAKEN) {
                received += chunk.remaining();
              }
              return answer;
            });
  }
}
