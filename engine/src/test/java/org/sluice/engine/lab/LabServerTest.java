package org.sluice.engine.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LabServerTest {

  @ParameterizedTest
  @EnumSource(Scenario.class)
  void everyScenarioHasAnAnswerALabelAndASentence(Scenario scenario) {
    String path = URI.create(scenario.path()).getPath();
    assertThat(new Routes().knows(path)).isTrue();
    assertThat(Scenario.find(scenario.label())).contains(scenario);
    assertThat(scenario.purpose()).endsWith(".").hasSizeBetween(20, 90);
  }

  @Test
  void requestsAreCountedAndRememberedWithTheirConnection() throws IOException {
    try (LabServer lab = LabServer.start(LabOptions.defaults().withLogLimit(3))) {
      assertThat(lab.openConnections()).isZero();
      Wire.get(lab.http("/small"));
      try (Wire wire = Wire.to(lab.http("/small"))) {
        wire.request("GET", "X-Own: 1");
        wire.request("HEAD");
        wire.request("GET", "x-own: 3");
      }
      assertThat(lab.requests()).isEqualTo(4);
      assertThat(lab.connections()).isEqualTo(2);
      List<LabRequest> seen = lab.seen();
      assertThat(seen).extracting(LabRequest::connection).containsExactly(2L, 2L, 2L);
      assertThat(seen).extracting(LabRequest::method).containsExactly("GET", "HEAD", "GET");
      assertThat(seen.getLast().header("X-Own")).contains("3");
      LabTestBase.await(() -> lab.openConnections() == 0);
    }
  }

  @Test
  void pipelinedRequestsAreAnsweredInOrder() throws IOException {
    try (LabServer lab = LabServer.start();
        Wire wire = Wire.to(lab.http("/small"))) {
      StringBuilder requests = new StringBuilder();
      for (int size = 0; size < 500; size++) {
        requests.append("GET /bytes/").append(size).append(" HTTP/1.1\r\nHost: lab\r\n\r\n");
      }
      wire.send(requests.toString());
      for (int size = 0; size < 500; size++) {
        assertThat(wire.reply("GET").body()).hasSize(size);
      }
    }
  }

  @Test
  void tenThousandQuickRequestsShareAConnection() throws IOException {
    try (LabServer lab = LabServer.start(LabOptions.defaults().withLogLimit(0));
        Wire wire = Wire.to(lab.http("/bytes/1"))) {
      byte[] reply = new byte[0];
      for (int i = 0; i < 10_000; i++) {
        wire.sendRequest("HEAD", "/small");
        byte[] head = wire.head().start().getBytes(StandardCharsets.US_ASCII);
        assertThat(i == 0 || head.length == reply.length).isTrue();
        reply = head;
      }
      assertThat(lab.requests()).isEqualTo(10_000);
      assertThat(lab.connections()).isEqualTo(1);
    }
  }

  @Test
  void aThousandSlowConnectionsStandSideBySide() throws IOException {
    try (LabServer lab = LabServer.start()) {
      List<Wire> wires = new ArrayList<>();
      try {
        for (int i = 0; i < 1_000; i++) {
          Wire wire = Wire.to(lab.http("/drip?bytes=3&ms=1"));
          wires.add(wire);
          wire.sendRequest("GET", "/drip?bytes=3&ms=1");
        }
        LabTestBase.await(() -> lab.openConnections() == 1_000);
        for (Wire wire : wires) {
          assertThat(wire.reply("GET").body()).hasSize(3);
        }
      } finally {
        for (Wire wire : wires) {
          wire.close();
        }
      }
      LabTestBase.await(() -> lab.openConnections() == 0);
    }
  }

  @Test
  void closingEndsEveryConnectionAndFreesThePorts() throws IOException {
    LabServer lab = LabServer.start();
    List<Wire> wires = new ArrayList<>();
    for (String path :
        new String[] {"/silent", "/stall", "/drip?ms=60000", "/endless-headers", "/1g"}) {
      Wire wire = Wire.to(lab.http(path));
      wires.add(wire);
      wire.sendRequest("GET", path);
    }
    wires.add(Wire.to(lab.http("/idle")));
    wires.add(Wire.to(lab.uri(Scenario.SILENT_PORT)));
    LabTestBase.await(() -> lab.requests() == 5 && lab.openConnections() == 7);
    LabOptions same = LabOptions.defaults();
    for (LabOrigin origin : List.of(LabOrigin.HTTP, LabOrigin.REFUSED, LabOrigin.V6_HANGING)) {
      same = same.withPort(origin, lab.port(origin));
    }

    lab.close();
    lab.close();

    assertThat(lab.openConnections()).isZero();
    for (Wire wire : wires) {
      drain(wire);
      wire.close();
    }
    try (LabServer again = LabServer.start(same)) {
      assertThat(again.port(LabOrigin.HTTP)).isEqualTo(lab.port(LabOrigin.HTTP));
      assertThat(Wire.get(again.http("/small")).status()).isEqualTo(200);
    }
  }

  private static void drain(Wire wire) {
    try {
      wire.readAll();
    } catch (IOException e) {
      // an end by RST is an end too
      assertThat(e).hasMessageContaining("reset");
    }
  }

  @Test
  void portsAreDistinct() throws IOException {
    try (LabServer lab = LabServer.start()) {
      Set<Integer> ports = new HashSet<>();
      for (LabOrigin origin : LabOrigin.values()) {
        ports.add(lab.port(origin));
      }
      assertThat(ports).hasSize(LabOrigin.values().length);
    }
  }

  @Test
  void aTakenPortIsAnErrorAndLeavesNothingOpen() throws IOException {
    try (LabServer lab = LabServer.start()) {
      LabOptions taken = LabOptions.defaults().withPort(LabOrigin.HTTPS, lab.port(LabOrigin.HTTPS));
      assertThatThrownBy(() -> LabServer.start(taken)).isInstanceOf(IOException.class);
    }
    assertThatThrownBy(() -> LabOptions.defaults().withPort(LabOrigin.HTTP, 65_536))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
