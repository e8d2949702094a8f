package org.sluice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Commands while another process has the list open.
class SecondProcessTest extends CliTestBase {
  private SluiceProcess first;

  @BeforeEach
  void startFirst() throws IOException {
    first =
        SluiceProcess.start(
            "get",
            "--data-dir",
            data.toString(),
            "-d",
            folder.toString(),
            "--json",
            lab.http("/throttled?size=1g&rate=1m").toString());
    first.awaitLine("\"event\":\"progress\"");
  }

  @AfterEach
  void endFirst() {
    first.close();
  }

  @Test
  void aDownloadIsHandedOver() throws Exception {
    Ran second = get(lab.http("/1m").toString());
    assertThat(second.code()).as(second.err()).isZero();
    assertThat(second.out())
        .isEqualTo(
            "handed to the Sluice that runs already (process %d): download 2, %s%n"
                .formatted(first.pid(), lab.http("/1m")));
    assertThat(first.awaitLine("\"event\":\"begun\"")).contains("\"id\":2,");
    assertThat(first.awaitLine("\"event\":\"ended\"")).contains("\"id\":2,", "\"how\":\"saved\"");
    assertThat(folder.resolve("1m")).hasSize(1 << 20);
  }

  @Test
  void whatDoesNotCountThereIsSaid() throws Exception {
    Ran second = get("--parallel", "2", "--max-time=60", lab.http("/1m").toString());
    assertThat(second.code()).isZero();
    assertThat(second.out()).contains("download 2,");
    assertThat(second.err())
        .isEqualTo(
            "sluice: no heed is paid to --parallel and --max-time: the Sluice that runs already"
                    .concat(" (process %d) keeps to its own limits.")
                    .formatted(first.pid())
                + " Change them there, or end it and give this again."
                + System.lineSeparator());
    Ran quiet = get("-q", "--parallel", "2", lab.http("/100k").toString());
    assertThat(quiet.code()).isZero();
    assertThat(quiet.err()).isEmpty();
    Ran help = get("--help");
    assertThat(help.out()).contains("keeps to its own");
  }

  @Test
  void pathsAreThoseOfWhoAsks() throws Exception {
    Ran second =
        listed("get", "-d", folder.resolve("deep").toString(), lab.http("/small").toString());
    assertThat(second.code()).as(second.err()).isZero();
    first.awaitLine("\"event\":\"ended\"");
    assertThat(folder.resolve("deep/small")).hasSize(13);
  }

  @Test
  void whatCannotBeTakenIsSaid() {
    Ran second = get("ftp://example.org/x");
    assertThat(second.code()).isEqualTo(1);
    assertThat(second.err()).contains("not supported");
    Ran nonsense = get("--frobnicate");
    assertThat(nonsense.code()).isEqualTo(2);
  }

  @Test
  void theListIsThatOfTheFirst() {
    Ran list = listed("list");
    assertThat(list.code()).isZero();
    assertThat(list.out()).contains("ID  STATE", " 1  running", "throttled");
    Ran json = listed("list", "--json");
    assertThat(json.out()).contains("\"state\":\"running\"");
  }

  @Test
  void aRemovedDownloadEndsTheFirst() throws Exception {
    Ran removed = listed("remove", "1");
    assertThat(removed.code()).as(removed.err()).isZero();
    assertThat(removed.out()).startsWith("Removed 1, ");
    Ran ran = first.await();
    assertThat(ran.code()).as(ran.out()).isEqualTo(ExitCode.NOTHING_THERE.number());
    assertThat(ran.out()).contains("\"how\":\"removed\"");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theSameAgainIsNoSecondDownload() {
    Ran second = get(lab.http("/throttled?size=1g&rate=1m").toString());
    assertThat(second.code()).as(second.err()).isZero();
    assertThat(second.out()).contains("download 1, ");
    assertThat(listed("list").out()).doesNotContain(" 2  ");
  }

  @Test
  void whenTheFirstIsKilledTheNextOneTakesOver() throws Exception {
    first.kill();
    Ran next = get(lab.http("/small").toString());
    assertThat(next.code()).as(next.err()).isZero();
    assertThat(next.out()).contains("small  13 bytes");
  }
}
