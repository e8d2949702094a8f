package org.sluice.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.loop.LoopOptions;
import org.sluice.engine.loop.SelectorLoop;
import org.sluice.engine.multi.Transfer;
import org.sluice.engine.request.BodySink;
import org.sluice.engine.request.TransferOptions;

/// Fetches a document that is needed before any download can begin.
final class SmallFetch {
  private SmallFetch() {}

  /// What was fetched.
  static final class Document {
    private final byte[] bytes;
    private final String url;

    private Document(byte[] bytes, String url) {
      this.bytes = bytes;
      this.url = url;
    }

    byte[] bytes() {
      return bytes;
    }

    /// Of the last hop.
    String url() {
      return url;
    }
  }

  /// @param mostBytes more is not taken
  /// @throws TransferException if it cannot be had
  static Document fetch(TransferOptions options, int mostBytes)
      throws TransferException, InterruptedException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Transfer transfer = new Transfer(options, into(bytes, mostBytes));
    CompletableFuture<TransferErrorCode> end = new CompletableFuture<>();
    try (SelectorLoop loop = SelectorLoop.start(LoopOptions.DEFAULT)) {
      loop.onMessage(message -> end.complete(message.result()));
      loop.post(() -> loop.add(transfer));
      TransferErrorCode code = end.get();
      String error = transfer.info().error();
      if (code != TransferErrorCode.OK) {
        throw new TransferException(code, error == null ? code.text() : error);
      }
      String last = transfer.info().effectiveUrl();
      return new Document(bytes.toByteArray(), last == null ? options.url() : last);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the loop has no message", e);
    }
  }

  private static BodySink into(ByteArrayOutputStream bytes, int mostBytes) {
    WritableByteChannel channel = Channels.newChannel(bytes);
    return (ByteBuffer chunk) -> {
      if (bytes.size() + chunk.remaining() > mostBytes) {
        throw new IOException("It is longer than " + mostBytes + " bytes");
      }
      channel.write(chunk);
      return BodySink.Answer.TAKEN;
    };
  }
}
