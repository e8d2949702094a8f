package org.sluice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "http://h/a, http://h/a, -",
        "http://me:pw@h:8/a@b, http://h:8/a@b, me:pw",
        "https://me@h/, https://h/, me:",
        "https://a%40b:p%3Aw+x@h/, https://h/, a@b:p:w+x",
        "https://100%:x@h/, https://h/, 100%:x",
        "http://h/?u=a@b, http://h/?u=a@b, -",
        "not an address, not an address, -",
        "http://a@b@h/, http://h/, a@b:"
      })
  void areTakenOutOfTheAddress(String given, String url, String user) {
    assertThat(Credentials.split(given)).isEqualTo(new Credentials.Split(url, user));
  }

  @Test
  void aPasswordThatIsMissingIsAskedFor() {
    assertThat(Credentials.complete(null, null)).isNull();
    assertThat(Credentials.complete("me:pw", null)).isEqualTo("me:pw");
    assertThat(Credentials.complete("me:", null)).isEqualTo("me:");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Credentials.complete("me", null))
        .withMessageContaining("nobody to ask");
  }

  @Test
  void placesOfFiles() {
    Path folder = Path.of("/d").toAbsolutePath();
    assertThat(FilePlace.of(folder, null)).isEqualTo(new FilePlace(folder, null));
    assertThat(FilePlace.of(folder, "a/../b/c")).isEqualTo(new FilePlace(folder.resolve("b"), "c"));
    assertThat(FilePlace.of(folder, "/e/f").folder()).isEqualTo(Path.of("/e").toAbsolutePath());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a/", "..", "a/..", ".", "/", "a\0b"})
  void whatIsNoFileIsRefused(String path) {
    Path folder = Path.of("/d").toAbsolutePath();
    assertThatIllegalArgumentException().isThrownBy(() -> FilePlace.of(folder, path));
  }
}
