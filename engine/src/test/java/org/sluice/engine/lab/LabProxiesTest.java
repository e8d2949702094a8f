package org.sluice.engine.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The proxies of the lab, as the wire and the JDK's own clients see them.
class LabProxiesTest extends LabTestBase {
  private static final int PATIENCE_MILLIS = 20_000;

  private static URI door(LabOrigin door) {
    return URI.create("http://127.0.0.1:" + lab.port(door) + "/");
  }

  private static String authority(LabOrigin door) {
    return "127.0.0.1:" + lab.port(door);
  }

  @Test
  void aRequestInAbsoluteFormIsAnsweredOnAKeptConnection() throws IOException {
    try (Wire wire = Wire.to(door(LabOrigin.PROXY))) {
      for (LabOrigin origin : new LabOrigin[] {LabOrigin.HTTP, LabOrigin.HTTP_OTHER}) {
        wire.sendRequest("GET", "http://" + authority(origin) + "/small");
        assertThat(wire.reply("GET").status()).isEqualTo(200);
      }
      wire.sendRequest("GET", "/small");
      assertThat(wire.reply("GET").status()).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @CsvSource({"example.org:80", "127.0.0.1:1", "169.254.1.1:80", "lab.sluice.test"})
  void itLeadsToTheLabOnly(String authority) throws IOException {
    try (Wire wire = Wire.to(door(LabOrigin.PROXY))) {
      wire.sendRequest("GET", "http://" + authority + "/");
      assertThat(wire.reply("GET").status()).isEqualTo(502);
      wire.sendRequest("CONNECT", authority);
      assertThat(wire.reply("CONNECT").status()).isEqualTo(403);
    }
  }

  /// A proxy is no door to be led to, or a chain of them would have no end.
  @Test
  void itDoesNotLeadToAProxy() throws IOException {
    try (Wire wire = Wire.to(door(LabOrigin.PROXY))) {
      wire.sendRequest("CONNECT", authority(LabOrigin.PROXY));
      assertThat(wire.reply("CONNECT").status()).isEqualTo(403);
    }
  }

  @Test
  void aTunnelPassesWhatIsSentBehindTheHead() throws IOException {
    try (Wire wire = Wire.to(door(LabOrigin.PROXY))) {
      wire.send(
          "CONNECT "
              + authority(LabOrigin.HTTP)
              + " HTTP/1.1\r\nHost: x\r\n\r\nGET /small HTTP/1.1\r\nHost: lab\r\n\r\n");
      assertThat(wire.head().status()).isEqualTo(200);
      assertThat(wire.reply("GET").text()).isEqualTo(FileRoutes.HELLO);
    }
  }

  @ParameterizedTest
  @CsvSource({"PROXY_BASIC, Basic, close", "PROXY_DIGEST, Digest, "})
  void theyAskWhoItIs(LabOrigin door, String scheme, String connection) throws IOException {
    try (Wire wire = Wire.to(door(door))) {
      wire.sendRequest("CONNECT", authority(LabOrigin.HTTP));
      Wire.Reply reply = wire.reply("CONNECT");
      assertThat(reply.status()).isEqualTo(407);
      assertThat(reply.field("Proxy-Authenticate")).startsWith(scheme + " ");
      assertThat(reply.field("Connection")).isEqualTo(connection);
    }
  }

  /// The clients of the JDK speak CONNECT and SOCKS5 by themselves.
  @ParameterizedTest
  @CsvSource({"PROXY, HTTP", "SOCKS, SOCKS"})
  void theJdkGetsThrough(LabOrigin door, Proxy.Type type) throws IOException {
    Proxy proxy = new Proxy(type, new InetSocketAddress("127.0.0.1", lab.port(door)));
    try (Socket socket = new Socket(proxy)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(InetSocketAddress.createUnresolved(Tunnels.NAME, lab.port(LabOrigin.HTTP)));
      socket
          .getOutputStream()
          .write(
              "GET /small HTTP/1.1\r\nHost: lab\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
          .endsWith(FileRoutes.HELLO);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SOCKS_REFUSING", "SOCKS_HANGUP", "SOCKS_PASSWORD"})
  void theJdkIsRefused(LabOrigin door) throws IOException {
    Proxy proxy = new Proxy(Proxy.Type.SOCKS, new InetSocketAddress("127.0.0.1", lab.port(door)));
    try (Socket socket = new Socket(proxy)) {
      assertThatIOException()
          .isThrownBy(
              () ->
                  socket.connect(
                      new InetSocketAddress("127.0.0.1", lab.port(LabOrigin.HTTP)),
                      PATIENCE_MILLIS));
    }
  }

  @Test
  void everyConnectionOfATunnelIsLeftInTheEnd() throws IOException {
    try (Wire wire = Wire.to(door(LabOrigin.PROXY))) {
      wire.sendRequest("CONNECT", authority(LabOrigin.HTTP));
      assertThat(wire.head().status()).isEqualTo(200);
    }
    await(() -> lab.openConnections() == 0);
  }
}
