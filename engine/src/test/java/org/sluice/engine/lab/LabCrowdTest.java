package org.sluice.engine.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabCrowdTest extends LabTestBase {

  /// Holds a slow body until it is closed.
  private static Wire held(String target) throws IOException {
    Wire wire = Wire.to(lab.http(target));
    wire.sendRequest("GET", target);
    assertThat(wire.head().status()).isEqualTo(200);
    return wire;
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void theThirdAtOnceIsRefusedAndLetInWhenThereIsRoom(int status) throws IOException {
    String target = "/crowded?most=2&rate=1k&status=" + status + "&retry=9&key=" + status;
    try (Wire first = held(target)) {
      Wire second = held(target);
      Wire.Reply third = Wire.get(lab.http(target));
      assertThat(third.status()).isEqualTo(status);
      assertThat(third.field("Retry-After")).isEqualTo("9");
      held(target + "other").close();
      second.close();
      String quick = target.replace("rate=1k", "rate=0&size=1000");
      await(() -> statusOf(lab.http(quick)) == 200);
      assertThat(first.read(10)).hasSize(10);
    }
  }

  @Test
  void withoutAWordOnWhen() throws IOException {
    Wire.Reply reply = Wire.get(lab.http("/crowded?most=0&key=none"));
    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.field("Retry-After")).isNull();
  }

  @Test
  void theThirdAtOnceIsReset() throws IOException {
    String target = "/crowded-reset?most=1&rate=1k&key=r";
    try (Wire first = held(target);
        Wire second = Wire.to(lab.http(target))) {
      second.sendRequest("GET", target);
      assertThatThrownBy(second::readAll).isInstanceOf(SocketException.class);
      assertThat(first.read(10)).hasSize(10);
    }
  }

  @Test
  void busyForAWhile() throws IOException {
    URI target = lab.http("/busy?fails=2&retry=7200&key=b");
    for (int i = 0; i < 2; i++) {
      Wire.Reply reply = Wire.get(target);
      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.field("Retry-After")).isEqualTo("7200");
    }
    assertThat(Wire.get(target, "Range: bytes=5-").status()).isEqualTo(206);
    assertThat(Wire.get(lab.uri(Scenario.BUSY_FOR_LONG)).field("Retry-After")).isEqualTo("7200");
  }

  private static int statusOf(URI uri) {
    try {
      return Wire.get(uri).status();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
