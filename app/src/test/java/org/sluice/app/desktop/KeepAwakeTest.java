package org.sluice.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sluice.engine.queue.AfterFinishCommand.Os;

class KeepAwakeTest {
  /// Like systemd-inhibit with `cat`: it ends with its input.
  private static final List<String> HELPER = List.of("sh", "-c", "exec cat");

  @Test
  void itBeginsOnceAndEndsWithItsInput() throws Exception {
    KeepAwake awake = new KeepAwake(Os.LINUX, HELPER);
    long before = helpers().count();
    awake.wanted(true);
    awake.wanted(true);
    assertThat(awake.isOn()).isTrue();
    List<ProcessHandle> begun = helpers().toList();
    assertThat(begun).hasSize((int) before + 1);
    awake.wanted(false);
    assertThat(awake.isOn()).isFalse();
    begun.getLast().onExit().get(20, TimeUnit.SECONDS);
    assertThat(begun.getLast().isAlive()).isFalse();
  }

  private static Stream<ProcessHandle> helpers() {
    return ProcessHandle.current().children().filter(ProcessHandle::isAlive);
  }

  @Test
  void whereThereIsNoProgramItIsLeftOut() {
    for (List<String> command : List.of(List.<String>of(), List.of("/no/such/program"))) {
      KeepAwake awake = new KeepAwake(Os.LINUX, command);
      awake.wanted(true);
      assertThat(awake.isOn()).isFalse();
      awake.wanted(false);
    }
  }
}
