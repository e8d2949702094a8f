package org.sluice.app.said;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sluice.app.terminal.Items;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

/// A connection that was there and broke is told from one that never was.
class StateLineTest {
  private static ItemView failed(@Nullable TransferErrorCode code, Spans here) {
    ItemView item = Items.item(1, "a", ItemState.FAILED, StateReason.NOT_REACHED, 100, here);
    return new ItemView(
        item.id(),
        item.name(),
        item.address(),
        item.place(),
        new ItemView.Standing(ItemState.FAILED, StateReason.NOT_REACHED, "", null, null, 0, code),
        item.amount(),
        item.file(),
        item.proof(),
        item.segments(),
        item.why());
  }

  @Test
  void whatBrokeInTheMiddleHadAConnection() {
    Spans some = Spans.of(new Span(0, 41));
    assertThat(StateLine.brief(failed(TransferErrorCode.PARTIAL_FILE, Spans.EMPTY)))
        .isEqualTo("The connection broke off");
    assertThat(StateLine.brief(failed(TransferErrorCode.COULDNT_CONNECT, some)))
        .isEqualTo("No connection");
    assertThat(StateLine.brief(failed(null, Spans.EMPTY))).isEqualTo("No connection");
  }

  @Test
  void afterAStartTheBytesThatAreHereSayIt() {
    ItemView cut = failed(null, Spans.of(new Span(0, 41)));
    assertThat(StateLine.brief(cut)).isEqualTo("The connection broke off");
    assertThat(FailureText.of(cut).title()).isEqualTo("The connection broke off");
    assertThat(FailureText.of(failed(null, Spans.EMPTY)).title())
        .isEqualTo("The server could not be reached");
  }
}
