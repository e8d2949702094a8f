package org.sluice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.sluice.engine.lab.Scenario;

class VerifyTest extends CliTestBase {
  private static final String ABC_MD5 = "900150983cd24fb0d6963f7d28e17f72";
  private static final String ABC_SHA256 =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void againstWhatIsGiven() throws IOException {
    String file = abc("abc").toString();
    Ran right = listed("verify", "--checksum", ABC_MD5, "--checksum", "sha256:" + ABC_SHA256, file);
    assertThat(right).isEqualTo(new Ran(0, file + ": The file's sha-256 is right.\n", ""));
    assertThat(listed("verify", "-q", "--checksum", ABC_MD5, file)).isEqualTo(new Ran(0, "", ""));
    Ran wrong = listed("verify", "--checksum", "md5:" + "0".repeat(32), file);
    assertThat(wrong.code()).isEqualTo(ExitCode.WRONG_CHECKSUM.number());
    assertThat(wrong.err()).contains(ABC_MD5, "0".repeat(32));
    assertThat(data).as("no list was needed").isEmptyDirectory();
  }

  @Test
  void againstAList() throws IOException {
    Path one = abc("one");
    Path two = Files.writeString(folder.resolve("two"), "other");
    Path sums =
        Files.writeString(folder.resolve("SUMS"), ABC_SHA256 + "  one\n" + ABC_SHA256 + "  two\n");
    Ran ran = listed("verify", "--sums", sums.toString(), one.toString(), two.toString());
    assertThat(ran.code()).isEqualTo(ExitCode.WRONG_CHECKSUM.number());
    assertThat(ran.out()).contains("one: The file's sha-256 is right");
    assertThat(ran.err()).contains("two: ");
    Ran none = listed("verify", "--sums", sums.toString(), sums.toString());
    assertThat(none.code()).isEqualTo(ExitCode.NOTHING_THERE.number());
    assertThat(none.err()).contains("has no checksum of SUMS");
  }

  @Test
  void againstWhatTheListKnows() throws IOException {
    get("--checksum", "sha-1:" + "0".repeat(40), "-o", "bad", url(Scenario.SMALL));
    get("--checksum", "md5:22c3683b094136c3398391ae71b20f04", url(Scenario.SMALL));
    Path file = folder.resolve("small");
    Ran right = listed("verify", file.toString());
    assertThat(right.code()).as(right.err()).isZero();
    assertThat(right.out()).contains("md5 is right");
    Files.writeString(file, "x", StandardOpenOption.APPEND);
    assertThat(listed("verify", file.toString()).code())
        .isEqualTo(ExitCode.WRONG_CHECKSUM.number());
  }

  @Test
  void whatNobodyKnowsIsShown() throws IOException {
    Path file = abc("abc");
    Ran ran = listed("verify", file.toString());
    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_THERE.number());
    assertThat(ran.err()).contains("no hash to compare", "sha-256:" + ABC_SHA256);
  }

  @Test
  void whatIsNotCompleteIsNotChecked() {
    get("--retries", "0", url(Scenario.CLOSE_MID));
    Ran ran = listed("verify", folder.resolve("close-mid.part").toString());
    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_THERE.number());
    assertThat(ran.err()).contains("not complete yet");
  }

  @Test
  void asJson() throws IOException {
    Path file = abc("abc");
    Ran ran = listed("verify", "--json", "--checksum", ABC_MD5, file.toString());
    assertThat(JsonText.lines(ran.out()))
        .singleElement()
        .satisfies(line -> assertThat(line).containsEntry("ok", true).containsEntry("code", 0L));
  }

  @Test
  void whatIsNotThere() {
    Ran ran = listed("verify", "--checksum", ABC_MD5, folder.resolve("none").toString());
    assertThat(ran.code()).isEqualTo(ExitCode.CANNOT_READ.number());
    assertThat(ran.err()).contains("It is not there");
    assertThat(listed("verify", "--checksum", ABC_MD5, "a", "b").code()).isEqualTo(2);
    assertThat(listed("verify").code()).isEqualTo(2);
  }

  private Path abc(String name) throws IOException {
    return Files.writeString(folder.resolve(name), "abc");
  }
}
