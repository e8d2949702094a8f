package org.sluice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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

  /// A byte of the second piece of a file of the lab's Metalink becomes another one.
  private void spoil(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3, 4}), (256 << 10) + 7);
    }
  }

  @Test
  void brokenPiecesAreNamedAndRepaired() throws IOException {
    get(url(Scenario.METALINK));
    Path file = folder.resolve("lab.bin");
    assertThat(listed("verify", file.toString()).code()).isZero();
    spoil(file);
    Ran broken = listed("verify", file.toString());
    assertThat(broken.code()).isEqualTo(ExitCode.WRONG_CHECKSUM.number());
    assertThat(broken.err())
        .contains("Piece 2 of 4 is broken (bytes 262144 to 524287)", "sluice resume --repair 1");
    Ran json = listed("verify", "--json", file.toString());
    assertThat(json.out()).contains("\"broken\":[\"262144-524287\"]");
    Ran mended = listed("resume", "--repair", "1");
    assertThat(mended.code()).as(mended.err()).isZero();
    assertThat(mended.out()).contains(file.toString());
    assertThat(listed("verify", file.toString()).code()).isZero();
    Ran again = listed("resume", "--repair", "1");
    assertThat(again.code()).isEqualTo(ExitCode.NOTHING_THERE.number());
    assertThat(again.err()).contains("nothing to repair");
  }

  @Test
  void brokenPiecesByAMetalink() throws IOException {
    get("-o", "right", url(Scenario.MIRROR));
    Path file = folder.resolve("right");
    Path metalink = folder.resolve("f.meta4");
    try (var in = lab.uri(Scenario.METALINK).toURL().openStream()) {
      Files.copy(in, metalink);
    }
    Ran right = listed("verify", "--metalink", metalink.toString(), file.toString());
    assertThat(right.code()).as(right.err()).isZero();
    spoil(file);
    Ran broken = listed("verify", "--metalink", metalink.toString(), file.toString());
    assertThat(broken.code()).isEqualTo(ExitCode.WRONG_CHECKSUM.number());
    assertThat(broken.err()).contains("Piece 2 of 4 is broken");
    Files.writeString(file, "x", StandardOpenOption.APPEND);
    assertThat(listed("verify", "--metalink", metalink.toString(), file.toString()).err())
        .contains("has 1048577 bytes, and 4 pieces of 262144 bytes are another one");
    Ran none = listed("verify", "--metalink", file.toString(), file.toString());
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("--metalink cannot be used");
  }

  @Test
  void onlyACompleteFileOfKnownPiecesIsRepaired() throws IOException {
    get(url(Scenario.SMALL));
    get("--retries", "0", url(Scenario.CLOSE_MID));
    Ran unknown = listed("resume", "--repair", "1");
    assertThat(unknown.err()).contains("Nothing is known of the pieces");
    assertThat(unknown.code()).isEqualTo(ExitCode.NOTHING_THERE.number());
    assertThat(listed("resume", "--repair", "2").err()).contains("not complete");
    assertThat(listed("resume", "--repair", "--all").code()).isEqualTo(2);
    Files.writeString(folder.resolve("small"), "x");
    get("--checksum", "md5:22c3683b094136c3398391ae71b20f04", "-o", "s", url(Scenario.SMALL));
    Files.writeString(folder.resolve("s"), "y");
    assertThat(listed("verify", folder.resolve("s").toString()).err())
        .contains("sluice resume --restart 3");
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
