package org.sluice.engine.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.http.Headers;
import org.sluice.engine.multi.Transfer;
import org.sluice.engine.request.BodySink;
import org.sluice.engine.request.TransferOptions;

/// A request that no socket buffer holds: OUT stays OUT from the connect on, and must be told
/// again.
class LargeRequestTest {
  private static final int HEAD_BYTES = 24 << 20;

  @Test
  void isSentWhole() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        SelectorLoop loop = SelectorLoop.start(LoopOptions.DEFAULT)) {
      CompletableFuture<Long> taken = new CompletableFuture<>();
      Thread.ofVirtual().start(() -> serve(server, taken));
      CompletableFuture<TransferErrorCode> result = new CompletableFuture<>();
      loop.onMessage(message -> result.complete(message.result()));
      String url = "http://127.0.0.1:" + server.getLocalPort() + "/";
      loop.add(
          new Transfer(
              TransferOptions.builder(url)
                  .headers(Headers.of("X-Large", "x".repeat(HEAD_BYTES)))
                  .build(),
              BodySink.DISCARD));
      assertThat(taken.get(15, TimeUnit.SECONDS)).isGreaterThan(HEAD_BYTES);
      assertThat(result.get(15, TimeUnit.SECONDS)).isEqualTo(TransferErrorCode.OK);
    }
  }

  private static void serve(ServerSocket server, CompletableFuture<Long> taken) {
    try (Socket socket = server.accept()) {
      InputStream in = socket.getInputStream();
      byte[] some = new byte[1 << 16];
      long total = 0;
      boolean ended = false;
      while (!ended) {
        int n = in.read(some);
        if (n < 0) {
          throw new IOException("the request ended early");
        }
        total += n;
        ended = n >= 4 && some[n - 1] == '\n' && some[n - 2] == '\r' && some[n - 3] == '\n';
      }
      taken.complete(total);
      socket
          .getOutputStream()
          .write(
              "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      taken.completeExceptionally(e);
    }
  }
}
