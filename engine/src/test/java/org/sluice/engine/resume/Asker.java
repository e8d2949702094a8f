package org.sluice.engine.resume;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.loop.LoopOptions;
import org.sluice.engine.loop.SelectorLoop;
import org.sluice.engine.multi.Transfer;
import org.sluice.engine.request.BodySink;
import org.sluice.engine.request.TransferOptions;

/// Asks a real server through the real engine, one request at a time.
final class Asker implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final SelectorLoop loop = SelectorLoop.start(LoopOptions.DEFAULT);
  private final Map<Transfer, CompletableFuture<TransferErrorCode>> waiting =
      new ConcurrentHashMap<>();

  Asker() {
    loop.onMessage(
        message -> {
          loop.remove(message.transfer());
          waiting.remove(message.transfer()).complete(message.result());
        });
  }

  /// @param head null if none came
  record Answer(TransferErrorCode result, ResponseHead head, byte[] body) {}

  /// @param mostBytes of the body, after which the connection is given up
  Answer ask(String url, RangeRequest request, int mostBytes) throws Exception {
    Collector sink = new Collector(mostBytes);
    Transfer transfer =
        new Transfer(TransferOptions.builder(url).headers(request.fields()).build(), sink);
    CompletableFuture<TransferErrorCode> done = new CompletableFuture<>();
    waiting.put(transfer, done);
    loop.add(transfer);
    TransferErrorCode result = done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return new Answer(result, sink.head, sink.bytes.toByteArray());
  }

  private static final class Collector implements BodySink {
    private final int most;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private ResponseHead head;

    Collector(int most) {
      this.most = most;
    }

    @Override
    public void head(ResponseHead found) {
      head = found;
    }

    @Override
    public Answer write(ByteBuffer chunk) throws IOException {
      byte[] taken = new byte[Math.min(chunk.remaining(), most - bytes.size())];
      chunk.get(taken);
      bytes.write(taken);
      if (bytes.size() == most) {
        throw new IOException("enough");
      }
      return Answer.TAKEN;
    }
  }

  @Override
  public void close() {
    loop.close();
  }
}
