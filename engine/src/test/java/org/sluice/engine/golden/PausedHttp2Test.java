package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.sluice.engine.multi.IdlePoll;
import org.sluice.engine.request.BodySink;
import org.sluice.engine.request.HttpVersionChoice;

/// A connection of HTTP/2 is alive as long as it answers, whatever its streams do.
class PausedHttp2Test extends GoldenTestBase {
  private static final int PREFACE_BYTES = 24;
  private static final int PING = 6;
  private static final int SETTINGS = 4;

  /// Frames of a server, as they stand on the wire.
  private static final byte[] FIRST =
      hex(
          "000000 04 00 00000000" // SETTINGS
              + "000001 01 04 00000001 88" // HEADERS: status 200
              + "000003 00 00 00000001 616263"); // DATA: abc

  private static final byte[] ASKING =
      hex("000000 04 00 00000000" + "000008 06 00 00000000 0102030405060708");
  private static final byte[] LAST = hex("000003 00 01 00000001 646566");

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  /// Asks once the client is paused, and ends the body when it has been answered.
  private static void serve(
      ServerSocket listener, CountDownLatch paused, CompletableFuture<Void> answered)
      throws Exception {
    try (Socket socket = listener.accept()) {
      socket.setSoTimeout(20_000);
      DataInputStream in = new DataInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      in.readFully(new byte[PREFACE_BYTES]);
      out.write(FIRST);
      if (!paused.await(20, TimeUnit.SECONDS)) {
        throw new IOException("the client never paused");
      }
      out.write(ASKING);
      int settings = 0;
      boolean pinged = false;
      while (settings < 2 || !pinged) {
        int lengthAndType = in.readInt();
        int flags = in.readUnsignedByte();
        in.readInt();
        in.readFully(new byte[lengthAndType >>> 8]);
        boolean answer = (flags & 1) != 0;
        settings += (lengthAndType & 0xff) == SETTINGS && answer ? 1 : 0;
        pinged |= (lengthAndType & 0xff) == PING && answer;
      }
      answered.complete(null);
      out.write(LAST);
      while (in.read() >= 0) {
        continue;
      }
    }
  }

  @Test
  void pingAndSettingsAreAnsweredWhileAllStreamsArePaused() throws Exception {
    CountDownLatch paused = new CountDownLatch(1);
    CompletableFuture<Void> answered = new CompletableFuture<>();
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  serve(listener, paused, answered);
                } catch (Exception e) {
                  answered.completeExceptionally(e);
                }
              });
      List<Line> lines =
          traced(
              "h2_paused_ping",
              IdlePoll.NONE,
              m -> {
                String url = "http://127.0.0.1:" + listener.getLocalPort() + "/";
                Easy easy =
                    m.easy(get(url).httpVersion(HttpVersionChoice.HTTP_2_PRIOR_KNOWLEDGE).build());
                easy.hook =
                    (e, chunk) -> {
                      paused.countDown();
                      return answered.isDone() ? BodySink.Answer.TAKEN : BodySink.Answer.PAUSE;
                    };
                m.add(easy);
                m.loop.runUntil(answered::isDone);
                m.unpause(easy);
                m.loop.run();
                assertThat(easy.received).isEqualTo(6);
              });
      assertThat(answered).isCompleted();
      assertThat(results(lines)).containsExactly("CURLE_OK");
    }
  }
}
