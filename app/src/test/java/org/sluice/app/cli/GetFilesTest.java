package org.sluice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sluice.engine.lab.Scenario;

class GetFilesTest extends CliTestBase {
  private static final String HELLO = "hello, world\n";

  @Test
  void oneFile() throws IOException {
    Ran ran = get(url(Scenario.SMALL));
    assertThat(ran).isEqualTo(new Ran(0, folder.resolve("small") + "  13 bytes\n", ""));
    assertThat(folder.resolve("small")).hasContent(HELLO.strip()).hasSize(13);
  }

  @Test
  void quietlyNothingIsSaid() {
    assertThat(get("-q", url(Scenario.SMALL))).isEqualTo(new Ran(0, "", ""));
  }

  @Test
  void underAnotherName() {
    assertThat(get("-o", "deep/down/other", url(Scenario.MIB_1)).code()).isZero();
    assertThat(folder.resolve("deep/down/other")).hasSize(1 << 20);
  }

  @Test
  void overTlsWithACaFile() throws IOException {
    Path pem = Files.writeString(folder.resolve("lab.pem"), lab.certificatePem());
    Ran ran = get("--cacert", pem.toString(), lab.https("/1m").toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(folder.resolve("1m")).hasSize(1 << 20);
  }

  @Test
  void theBytesAreThoseOfTheServer() throws IOException {
    get("-o", "one", url(Scenario.MIB_10));
    get("-o", "two", "--limit-rate", "100M", url(Scenario.MIB_10));
    assertThat(folder.resolve("one"))
        .hasSize(10 << 20)
        .hasSameBinaryContentAs(folder.resolve("two"));
  }

  @Test
  void severalOfWhichOneFails() {
    Ran ran = get(url(Scenario.SMALL), url(Scenario.NOT_FOUND), url(Scenario.MIB_1));
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("(HTTP_RETURNED_ERROR, 22)");
    assertThat(ran.out()).endsWith("2 files, 1.0 MiB; 1 failed\n");
    assertThat(folder.resolve("1m")).hasSize(1 << 20);
  }

  @Test
  void anEmptyBody() {
    assertThat(get(lab.http("/bytes/0").toString()).code()).isZero();
    assertThat(folder.resolve("0")).isEmptyFile();
  }

  @Test
  void aFileThatIsThereIsNotOverwritten() throws IOException {
    Path there = Files.writeString(folder.resolve("small"), "mine");
    Ran ran = get(url(Scenario.SMALL));
    assertThat(ran.code()).isEqualTo(23);
    assertThat(ran.err()).contains("there already", "--overwrite");
    assertThat(there).hasContent("mine");
    assertThat(get("--overwrite", url(Scenario.SMALL)).code()).isZero();
    assertThat(there).hasSize(13);
    assertThat(folder.resolve("small.part")).doesNotExist();
  }

  @Test
  void aListWithPathsInParallel() throws IOException {
    List<String> lines = new ArrayList<>(List.of("# a comment", "", url(Scenario.SMALL)));
    for (int i = 0; i < 500; i++) {
      lines.add(lab.http("/bytes/" + (1_000 + i)) + "\t" + "d" + i % 3 + "/f" + i);
    }
    Path list = Files.write(folder.resolve("list"), lines);
    long before = lab.connections();
    Ran ran = get("-q", "-i", list.toString(), "--parallel", "16");
    assertThat(ran).isEqualTo(new Ran(0, "", ""));
    assertThat(lab.connections() - before).isBetween(1L, 16L);
    for (int i = 0; i < 500; i++) {
      assertThat(folder.resolve("d" + i % 3 + "/f" + i)).hasSize(1_000 + i);
    }
    assertThat(parts()).isEmpty();
  }

  @Test
  void twoLinesForOnePath() throws IOException {
    String slow = lab.http("/drip?bytes=10&ms=30") + "\tsame\n";
    Path list = Files.writeString(folder.resolve("list"), slow + slow);
    Ran ran = get("-i", list.toString());
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("This run downloads it already");
    assertThat(folder.resolve("same")).hasSize(10);
  }

  @Test
  void aListThatIsNoText() throws IOException {
    Path list = Files.write(folder.resolve("list"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    Ran ran = get("-i", list.toString());
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("list could not be read");
  }

  @Test
  void headersAreSent() throws IOException {
    get("-H", "X-Lesson: one", "-o", "echo", url(Scenario.ECHO));
    assertThat(folder.resolve("echo")).content().contains("X-Lesson: one");
  }

  @Test
  void theLabOfTheProcessItself() {
    assertThat(get("lab:small", "labs:/1m").code()).isZero();
    assertThat(folder.resolve("small")).hasSize(13);
    assertThat(folder.resolve("1m")).hasSize(1 << 20);
  }

  private List<Path> parts() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".part")).toList();
    }
  }
}
