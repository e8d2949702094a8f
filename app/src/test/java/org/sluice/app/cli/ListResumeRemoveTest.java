package org.sluice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.engine.lab.Scenario;

class ListResumeRemoveTest extends CliTestBase {
  @Test
  void aListThatIsNotThereIsEmptyAndIsNotMade() throws IOException {
    Path none = data.resolve("none");
    assertThat(sluice("list", "--data-dir", none.toString())).isEqualTo(new Ran(0, "", ""));
    assertThat(none).doesNotExist();
  }

  @Test
  void completeOnesAreShownOnRequest() {
    get(url(Scenario.SMALL));
    get("--retries", "0", url(Scenario.NOT_FOUND));
    assertThat(listed("list").out())
        .contains("ID  STATE", " 2  failed", "404  (the server refuses)", "1 complete one is")
        .doesNotContain("small");
    assertThat(listed("list", "--all").out())
        .contains(" 1  complete  100%  13 bytes  " + folder.resolve("small"), " 2  failed");
    assertThat(listed("list", "--state", "complete").out()).contains("small").doesNotContain("404");
    assertThat(listed("list", "--state", "paused,failed").out()).contains("404");
    assertThat(listed("list", "--state", "nonsense").code()).isEqualTo(2);
  }

  @Test
  void asJson() {
    get(url(Scenario.SMALL));
    Ran ran = listed("list", "--all", "--json");
    assertThat(ran.code()).isZero();
    assertThat(JsonText.lines(ran.out()))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line).containsEntry("id", 1L).containsEntry("state", "complete");
              assertThat(line).containsEntry("file", folder.resolve("small").toString());
              assertThat(line).containsEntry("length", 13L).containsEntry("part", null);
            });
  }

  @Test
  void whatHasFailedIsTriedAgain() {
    String flaky = lab.http("/flaky?fails=1&id=" + folder.getFileName()).toString();
    assertThat(get("--retries", "0", "-o", "f", flaky).code()).isNotZero();
    Ran ran = listed("resume", "1");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("Goes on with download 1", folder.resolve("f").toString());
  }

  @Test
  void thereIsNothingNewToTakeOfAFileThatHasNotChanged() {
    get("--retries", "0", url(Scenario.NOT_FOUND));
    for (String how : new String[] {"--take-new", "--trust"}) {
      Ran ran = listed("resume", "1", how);
      assertThat(ran.err()).contains("has not changed");
      assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_THERE.number());
    }
  }

  @Test
  void allThatAreNotCompleteGoOn() {
    get(url(Scenario.SMALL));
    Ran nothing = listed("resume", "--all");
    assertThat(nothing.code()).isEqualTo(ExitCode.NOTHING_THERE.number());
    assertThat(nothing.err()).contains("nothing to go on with");
    get("--retries", "0", url(Scenario.NOT_FOUND));
    Ran again = listed("resume", "--all", "--retries", "0");
    assertThat(again.code()).isEqualTo(22);
    assertThat(again.err()).contains("404");
  }

  @Test
  void aNewAddressContinuesTheSameDownload() {
    get("--retries", "0", "-o", "file", url(Scenario.NOT_FOUND));
    Ran ran = listed("resume", "1", "--address", url(Scenario.MIB_1));
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(folder.resolve("file")).hasSize(1 << 20);
  }

  @ParameterizedTest
  @CsvSource({
    "resume, no number given, 2",
    "resume --all 3, --all is all, 2",
    "resume 1 2 --address http://h/x, --address is that of one, 2",
    "resume 0, not the number of a download, 2",
    "resume x, not the number of a download, 2",
    "resume 99, no such download, 115",
    "remove, Missing required parameter, 2",
    "remove 99, There is no download 99, 115",
    "resume 1 --take-new, It is complete, 115",
    "remove x, not the number of a download, 2",
    "resume 1, It is complete, 115",
  })
  void whatMakesNoSense(String command, String words, int code) {
    get(url(Scenario.SMALL));
    Ran ran = listed(command.split(" "));
    assertThat(ran.err()).contains(words);
    assertThat(ran.code()).isEqualTo(code);
  }

  @Test
  void aRemovedDownloadKeepsItsCompleteFileUnlessTold() {
    get(url(Scenario.SMALL));
    get(url(Scenario.MIB_1));
    Ran kept = listed("remove", "1");
    assertThat(kept)
        .isEqualTo(new Ran(0, "Removed 1, " + folder.resolve("small") + "; the file stays\n", ""));
    assertThat(folder.resolve("small")).exists();
    assertThat(listed("remove", "--delete-file", "2").code()).isZero();
    assertThat(folder.resolve("1m")).doesNotExist();
    assertThat(listed("list", "--all").out()).isEmpty();
  }

  @Test
  void theOtherFileOfThatNameIsNotDeleted() throws IOException {
    get(url(Scenario.SMALL));
    Path file = folder.resolve("small");
    Files.move(file, folder.resolve("moved"));
    Files.writeString(file, "mine");
    listed("remove", "--delete-file", "1");
    assertThat(file).hasContent("mine");
  }

  @Test
  void thePartFileOfAnUnfinishedOneGoesWithIt() {
    get("--retries", "0", url(Scenario.CLOSE_MID));
    assertThat(folder.resolve("close-mid.part")).exists();
    assertThat(listed("remove", "1").out()).contains("and its part file");
    assertThat(folder).isEmptyDirectory();
  }
}
