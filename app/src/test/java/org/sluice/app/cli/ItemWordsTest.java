package org.sluice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.app.terminal.Items;
import org.sluice.app.words.StateWords;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

/// What happened, what was kept, what to do: for every reason there is.
class ItemWordsTest {
  private static final Spans SOME = Spans.of(new Span(0, 1_048_576));

  @ParameterizedTest
  @EnumSource(value = StateReason.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void everyReasonSaysWhatHappenedWhatWasKeptAndWhatToDo(StateReason reason) {
    ItemView item = Items.item(12, "a.iso", ItemState.PAUSED, reason, 10 << 20, SOME);
    String words = RunWords.ended(item, RunEnd.STOPPED, EndCode.of(item, RunEnd.STOPPED));
    assertThat(words)
        .startsWith("https://example.org/a.iso: " + StateWords.happened(reason) + " Kept: ")
        .contains("a.iso.part, 1.0 MiB. ")
        .endsWith(")");
    String advice = ItemWords.advice(item);
    assertThat(advice).endsWith(".").matches("[A-Z].*");
    assertThat(words).contains(advice);
    assertThat(StateWords.briefly(ItemState.PAUSED, reason)).isNotBlank().doesNotContain(".");
  }

  @Test
  void whatTheEngineSaysComesFirst() {
    ItemView item =
        Items.saying(
            Items.item(1, "a", ItemState.FAILED, StateReason.REFUSED, -1, Spans.EMPTY),
            "The server at https://me:pw@h/?token=x answered 403");
    assertThat(ItemWords.happened(item))
        .isEqualTo("The server at https://…@h/?token=… answered 403.");
    assertThat(ItemWords.kept(item)).isEqualTo("Nothing was saved.");
  }

  @ParameterizedTest
  @EnumSource(StateReason.class)
  void aRunEndsWhereAPersonIsNeeded(StateReason reason) {
    ItemView item = Items.item(1, "a", ItemState.PAUSED, reason, -1, Spans.EMPTY);
    boolean waits =
        Set.of(
                StateReason.QUEUE_CLOSED,
                StateReason.DISK_FULL,
                StateReason.CAPTIVE_PORTAL,
                StateReason.SERVER_BUSY,
                StateReason.RETRY,
                StateReason.NETWORK_CHANGED)
            .contains(reason);
    assertThat(RunEnd.goesOn(item)).isEqualTo(waits);
  }

  @ParameterizedTest
  @EnumSource(ItemState.class)
  void aRunEndsWithTheStatesThatEnd(ItemState state) {
    ItemView item = Items.item(1, "a", state, StateReason.NONE, -1, Spans.EMPTY);
    boolean over =
        state == ItemState.COMPLETE || state == ItemState.FAILED || state == ItemState.PAUSED;
    assertThat(RunEnd.goesOn(item)).isEqualTo(!over);
    assertThat(StateWords.state(state)).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLETE, NONE, 0",
    "FAILED, NONE, 1",
    "PAUSED, BY_USER, 110",
    "PAUSED, QUEUE_CLOSED, 110",
    "PAUSED, DISK_FULL, 23",
    "PAUSED, NEEDS_ADDRESS, 112",
    "PAUSED, FILE_CHANGED, 111",
    "PAUSED, WEB_PAGE, 114",
    "PAUSED, CAPTIVE_PORTAL, 56",
    "WAITING, SERVER_BUSY, 56",
    "WAITING, RETRY, 56",
    "PAUSED, NETWORK_CHANGED, 56",
    "PAUSED, NEEDS_CREDENTIALS, 67",
    "PAUSED, NOT_TRUSTED, 60",
    "FAILED, NAME_TAKEN, 23",
    "FAILED, CANNOT_WRITE, 23",
    "FAILED, WRONG_CHECKSUM, 113",
    "FAILED, REFUSED, 22",
    "FAILED, BAD_REQUEST, 3",
    "PAUSED, JOURNAL_FAILED, 116"
  })
  void everyReasonHasItsCode(ItemState state, StateReason reason, int code) {
    assertThat(ExitCode.of(state, reason).number()).isEqualTo(code);
  }

  @Test
  void codesThatAreNotCurlsAreNotConfused() {
    Set<Integer> numbers = new HashSet<>();
    for (ExitCode code : ExitCode.values()) {
      assertThat(numbers.add(code.number())).as("%s is used once", code).isTrue();
      assertThat(code.meaning()).endsWith(".");
      assertThat(code.number()).isBetween(0, 255);
    }
  }

  @Test
  void anInterruptionSaysHowToGoOn() {
    List<ItemView> items = new ArrayList<>();
    items.add(Items.item(3, "a", ItemState.PAUSED, StateReason.BY_USER, 4 << 20, SOME));
    items.add(Items.item(4, "b", ItemState.PAUSED, StateReason.BY_USER, -1, Spans.EMPTY));
    RunSummary sum = new RunSummary(0, 0, 0, 2, false, 0, 0);
    assertThat(RunWords.interrupted(items, sum, true))
        .containsExactly(
            "Interrupted. What is here is kept.",
            "Kept: " + items.getFirst().file().part() + ", 1.0 of 4.0 MiB.",
            "To go on: sluice resume 3 4");
    assertThat(RunWords.interrupted(items, sum, false))
        .last()
        .asString()
        .contains("ended with this process");
    for (int i = 5; i < 40; i++) {
      items.add(Items.item(i, "x", ItemState.PAUSED, StateReason.BY_USER, 4 << 20, SOME));
    }
    RunSummary more = new RunSummary(0, 0, 0, 37, true, 0, 0);
    assertThat(RunWords.interrupted(items, more, true))
        .hasSizeLessThan(14)
        .contains("To go on: sluice resume --all")
        .last()
        .asString()
        .contains("run the same command again");
  }

  @Test
  void sumsAreSaid() {
    assertThat(new RunSummary(1, 0, 0, 0, false, 13, 0).words()).isEqualTo("1 file, 13 bytes");
    assertThat(new RunSummary(3, 1, 2, 0, false, 2048, 0).words())
        .isEqualTo("3 files, 2.0 KiB; 1 was there; 2 failed");
    assertThat(new RunSummary(0, 2, 0, 0, false, 0, 0).words())
        .isEqualTo("0 files, 0 bytes; 2 were there");
  }

  @Test
  void theCodeIsThatOfTheOnlyOne() {
    RunCount count = new RunCount();
    count.refused(3);
    assertThat(count.code()).isEqualTo(3);
    count.refused(22);
    assertThat(count.code()).isEqualTo(ExitCode.FAILED.number());
    RunCount broken = new RunCount();
    broken.broken();
    assertThat(broken.code()).isEqualTo(ExitCode.FAILED.number());
    assertThat(new RunCount().code()).isZero();
    assertThat(new ItemId(7)).hasToString("7");
  }
}
