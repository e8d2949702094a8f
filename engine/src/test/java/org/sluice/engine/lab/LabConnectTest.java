package org.sluice.engine.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import org.junit.jupiter.api.Test;

class LabConnectTest extends LabTestBase {

  private static void connect(InetAddress address, int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 300);
    }
  }

  @Test
  void aRefusedPortRefusesEveryTime() {
    URI refused = lab.refused();
    for (int i = 0; i < 100; i++) {
      assertThatThrownBy(() -> Wire.to(refused)).isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void aSilentPortAcceptsAndSaysNothing() throws IOException {
    try (Wire wire = Wire.to(lab.uri(Scenario.SILENT_PORT))) {
      wire.sendRequest("GET", "/small");
      wire.socket().setSoTimeout(200);
      assertThatThrownBy(wire::read).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void aHangingConnectHangs() {
    assumeTrue(lab.supports(LabOrigin.HANGING), "this system leaves no connect hanging");
    int port = lab.hangingConnect().getPort();
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> connect(Sockets.V4, port))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void theHalfOpenPortsAnswerOnIpv4Only() throws IOException {
    for (LabOrigin origin : new LabOrigin[] {LabOrigin.V6_REFUSED, LabOrigin.V6_HANGING}) {
      URI v4 = URI.create("http://127.0.0.1:" + lab.port(origin) + "/x");
      assertThat(Wire.get(v4).body()).hasSize(5);
    }
    assumeTrue(Sockets.hasV6(), "this machine has no ::1");
    assertThatThrownBy(() -> connect(Sockets.V6, lab.port(LabOrigin.V6_REFUSED)))
        .isInstanceOf(ConnectException.class);
    assumeTrue(lab.supports(LabOrigin.V6_HANGING), "this system leaves no connect hanging");
    assertThatThrownBy(() -> connect(Sockets.V6, lab.port(LabOrigin.V6_HANGING)))
        .isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void theMainDoorsAnswerOnBothFamilies() throws IOException {
    assumeTrue(Sockets.hasV6(), "this machine has no ::1");
    for (LabOrigin origin : new LabOrigin[] {LabOrigin.HTTP, LabOrigin.HTTP_OTHER}) {
      URI v6 = URI.create("http://[::1]:" + lab.port(origin) + "/small");
      assertThat(Wire.get(v6).status()).isEqualTo(200);
    }
  }
}
