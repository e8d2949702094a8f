package org.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--lab-tour",
        "--headless",
        "https://example.org/a",
        "magnet:?xt=urn:btih:abc"
      })
  void openTheWindow(String arguments) {
    assertThat(Main.isForWindow(split(arguments))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"get https://example.org/a", "lab", "--version", "-h", "gett", "--bad.x"})
  void areForTheCommandLine(String arguments) {
    assertThat(Main.isForWindow(split(arguments))).isFalse();
  }

  private static String[] split(String arguments) {
    return arguments.isEmpty() ? new String[0] : arguments.split(" ");
  }
}
