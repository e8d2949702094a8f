package org.sluice.engine.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.http.Credentials;

class NetrcTest {
  private static final String FILE =
      """
      # machine commented.example login no password no
      machine one.example login user1 password "pass \\"word\\" #1"
      machine two.example
        login
          user2
        account ignored
        password p2
      macdef init
        machine macro.example login m password m

      machine two.example login other password p3 stray words
      machine any.example password p4
      machine name.example login lonely
      machine nothing.example
      MACHINE UPPER.example LOGIN "machine" PASSWORD login
      default login anonymous password me@
      machine late.example login never password never
      """;

  private static String find(String host, String login, boolean exact) {
    return Netrc.parse(FILE)
        .find(host, login, exact)
        .map(c -> c.name() + "/" + c.password())
        .orElse("none");
  }

  @ParameterizedTest
  @CsvSource({
    "one.example, , false, 'user1/pass \"word\" #1'",
    "ONE.example, , true, 'user1/pass \"word\" #1'",
    "two.example, , false, user2/p2",
    "two.example, other, false, other/p3",
    "two.example, nobody, true, none",
    "two.example, nobody, false, none",
    "any.example, , true, /p4",
    "any.example, me, true, me/p4",
    "name.example, , true, lonely/",
    "name.example, lonely, true, none",
    "nothing.example, , true, none",
    "nothing.example, , false, anonymous/me@",
    "upper.example, , true, machine/login",
    "macro.example, , true, none",
    "commented.example, , true, none",
    "elsewhere.example, , false, anonymous/me@",
    "elsewhere.example, , true, none",
    "late.example, , false, anonymous/me@"
  })
  void finds(String host, String login, boolean exact, String expected) {
    assertThat(find(host, login, exact)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "machine a login \"b",
        "machine a login b password \"x\\ny\"",
        "machine a login b password \"x\\",
      })
  void refuses(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Netrc.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "machine", "machine a login", "default", "macdef", "login x", "\"\""})
  void takesWhatBreaksOff(String text) {
    assertThat(Netrc.parse(text).find("b", null, true)).isEmpty();
  }

  @Test
  void hasLimits() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Netrc.parse("x".repeat(Netrc.MOST_WORD_CHARS + 1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Netrc.parse("x ".repeat(Netrc.MOST_BYTES)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void takesAnyTextAndEnds(long seed) {
    Random random = new Random(seed);
    String[] words = {"machine", "default", "login", "password", "macdef", "a", "\"b\"", "#", "\n"};
    for (int round = 0; round < 5_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(20); i > 0; i--) {
        text.append(words[random.nextInt(words.length)]).append(random.nextBoolean() ? " " : "\n");
      }
      assertThat(Netrc.parse(text.toString()).entries())
          .as("of \"%s\", seed %s", text, seed)
          .hasSizeLessThan(21);
    }
  }

  @Test
  void saysNoSecret() {
    assertThat(Netrc.parse(FILE).toString()).doesNotContain("p2", "user2", "me@");
  }

  @Test
  void readsAFileAndSeesWhoElseMay(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("netrc"), FILE);
    assertThat(Netrc.read(file).find("two.example", null, true))
        .contains(new Credentials("user2", "p2"));
    Path bad = Files.writeString(folder.resolve("bad"), "machine a password \"secret");
    assertThatIOException()
        .isThrownBy(() -> Netrc.read(bad))
        .withMessageContaining("no end")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
        "no POSIX permissions here");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(Netrc.isOpenToOthers(file)).isFalse();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(Netrc.isOpenToOthers(file)).isTrue();
  }
}
