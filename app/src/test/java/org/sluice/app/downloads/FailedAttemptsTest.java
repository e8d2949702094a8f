package org.sluice.app.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.app.preferences.CategoryRules;
import org.sluice.app.tape.Attempt;
import org.sluice.app.terminal.Items;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.range.Spans;
import org.sluice.engine.trace.TraceEvent;

/// How downloads failed is looked for soon, a few at a time, and not kept for ever.
class FailedAttemptsTest {
  private final FailedAttempts attempts = new FailedAttempts(() -> this.nanos);
  private final List<Long> asked = new ArrayList<>();
  private long nanos;
  private long costNanos;

  @BeforeEach
  void source() {
    attempts.from(
        (_, transfer) -> {
          asked.add(transfer);
          nanos += costNanos;
          return attempt(transfer);
        });
  }

  private static Attempt attempt(long transfer) {
    TraceEvent event = new TraceEvent.Note(1, 1, 0, -1, "transfer " + transfer + " = x");
    return new Attempt(transfer, List.of(event), List.of(), 0, true);
  }

  private static DownloadRow row(long id, StateReason reason, long transfer) {
    ItemView plain = Items.item(id, "f" + id, ItemState.FAILED, reason, -1, Spans.EMPTY);
    ItemView.Standing of = plain.standing();
    ItemView.Standing standing =
        new ItemView.Standing(
            of.state(), of.reason(), "", null, null, 0, of.code(), null, transfer);
    return new DownloadRow(
        new ItemView(
            plain.id(),
            plain.name(),
            plain.address(),
            plain.place(),
            standing,
            plain.amount(),
            plain.file(),
            plain.proof(),
            List.of(),
            List.of()),
        CategoryRules.INITIAL);
  }

  @Test
  void itIsLookedForOnceAndWithTheLookAfterTheNext() {
    DownloadRow row = row(1, StateReason.NOT_REACHED, 5);
    attempts.saw(row);
    attempts.look();
    assertThat(row.attempt()).as("its last events may not be in yet").isNull();
    attempts.saw(row);
    attempts.look();
    assertThat(row.attempt()).isEqualTo(attempt(5));
    attempts.saw(row);
    attempts.look();
    attempts.look();
    assertThat(asked).containsExactly(5L);
  }

  /// The run tried again after that transfer, and then something else was wrong.
  @ParameterizedTest
  @EnumSource(names = {"WRONG_CHECKSUM", "NAME_TAKEN", "CANNOT_WRITE", "JOURNAL_FAILED"})
  void ofOneThatFailedAnotherWayTheOldOneIsNotShown(StateReason reason) {
    DownloadRow row = row(1, StateReason.NOT_REACHED, 5);
    attempts.saw(row);
    attempts.look();
    attempts.look();
    row.show(row(1, reason, 5).item(), Instant.EPOCH);
    attempts.saw(row);
    assertThat(row.attempt()).isNull();
  }

  @Test
  void manyAreLookedForAFewAtATimeAndTheNewestKept() {
    List<DownloadRow> rows = new ArrayList<>();
    for (int i = 1; i <= FailedAttempts.MOST_KEPT + 10; i++) {
      rows.add(row(i, StateReason.NOT_REACHED, i));
      attempts.saw(rows.getLast());
    }
    attempts.look();
    attempts.look();
    assertThat(asked).hasSize(FailedAttempts.AT_ONCE);
    for (int i = 0; i < rows.size(); i++) {
      attempts.look();
    }
    assertThat(rows.stream().filter(row -> row.attempt() != null))
        .hasSize(FailedAttempts.MOST_KEPT)
        .doesNotContainAnyElementsOf(rows.subList(0, 10));
  }

  @Test
  void whereItTakesLongToFindOneTheOthersWait() {
    costNanos = FailedAttempts.LOOK_NANOS + 1;
    for (int i = 1; i <= 3; i++) {
      attempts.saw(row(i, StateReason.NOT_REACHED, i));
    }
    attempts.look();
    for (int looks = 1; looks <= 3; looks++) {
      attempts.look();
      assertThat(asked).hasSize(looks);
    }
  }
}
