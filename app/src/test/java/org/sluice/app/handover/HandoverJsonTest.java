package org.sluice.app.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandoverJsonTest {
  private static final Path FOLDER = Path.of("some folder").toAbsolutePath();

  @Test
  void comesOutAsItWentIn() throws IOException {
    HandedCommand command =
        new HandedCommand(FOLDER, List.of("get", "-H", "A: \"ü\\\n", "", "http://h/[1-2]"));
    assertThat(HandoverJson.command(HandoverJson.write(command))).isEqualTo(command);
    HandedAnswer answer = new HandedAnswer(1234, true, 22, "one\ntwo\n", "sluice: \u001b\n");
    assertThat(HandoverJson.answer(HandoverJson.write(answer))).isEqualTo(answer);
    HandedAnswer later = HandedAnswer.later(7);
    assertThat(HandoverJson.answer(HandoverJson.write(later))).isEqualTo(later);
  }

  @Test
  void whatIsNotKnownIsPassedOver() throws IOException {
    String json = "{\"x\":{\"args\":[1]},\"code\":3,\"y\":[[]],\"out\":\"o\",\"z\":null}";
    assertThat(HandoverJson.answer(json.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new HandedAnswer(0, false, 3, "o", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "{", "{\"args\":", "7", "{\"folder\":\"relative\"}", "nonsense"})
  void whatIsNoCommandIsRefused(String text) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> HandoverJson.command(text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void garbageIsRefusedAndNothingElseHappens(long seed) {
    Random random = new Random(seed);
    byte[] good = HandoverJson.write(new HandedCommand(FOLDER, List.of("get", "http://h/x")));
    List<Exception> others = new ArrayList<>();
    int refused = 0;
    for (int round = 0; round < 5_000; round++) {
      byte[] bytes = good.clone();
      for (int i = 1 + random.nextInt(4); i > 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      try {
        HandoverJson.command(bytes);
      } catch (IOException e) {
        refused++;
      } catch (RuntimeException e) {
        others.add(e);
      }
    }
    assertThat(others).as("seed %d", seed).isEmpty();
    assertThat(refused).as("seed %d", seed).isPositive();
  }
}
