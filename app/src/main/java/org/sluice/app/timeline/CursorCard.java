package org.sluice.app.timeline;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sluice.app.fx.Amounts;
import org.sluice.app.said.Said;
import org.sluice.app.tape.EventWords;
import org.sluice.app.tape.Tape;
import org.sluice.engine.trace.TraceEvent;

/// What happened at the cursor: the moment, the call, and what came of it.
final class CursorCard extends VBox {
  private static final int LOOK_AHEAD = 64;

  private final TravelViewModel travel;
  private final Label moment = new Label();
  private final Label behind = new Label();
  private final Label event = new Label();
  private final Label result = new Label();
  private final Label callbacks = new Label();

  CursorCard(TravelViewModel travel) {
    this.travel = travel;
    setId("cursor-card");
    getStyleClass().add("cursor-card");
    moment.setId("cursor-moment");
    moment.getStyleClass().add("sl-semibold");
    behind.getStyleClass().add("muted");
    event.setId("cursor-event");
    event.getStyleClass().add("sl-code");
    result.getStyleClass().add("muted");
    callbacks.getStyleClass().add("muted");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren().addAll(new HBox(24, moment, space, behind), event, result, callbacks);
    setMinWidth(264);
    setMaxWidth(420);
  }

  void refresh(long wallOffsetNanos) {
    if (travel.isLive()) {
      return;
    }
    moment.setText(Clock.millis(travel.nanos() + wallOffsetNanos));
    behind.setText(
        travel.isLoaded()
            ? TimelineWords.text("card.at", seconds(travel.nanos() - travel.tape().beginNanos()))
            : TimelineWords.text("card.behind", seconds(travel.behindNanos())));
    TraceEvent last = travel.lastEvent();
    event.setText(last == null ? TimelineWords.text("card.nothing") : Said.of(EventWords.of(last)));
    result.setText("");
    callbacks.setText("");
    if (last instanceof TraceEvent.Call call) {
      outcome(call);
    }
    show(result);
    show(callbacks);
  }

  /// All that stands on it, in one sentence.
  String spoken() {
    return Stream.of(moment, behind, event, result, callbacks)
        .map(Label::getText)
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /// What the call led to, up to its return.
  private void outcome(TraceEvent.Call call) {
    Tape tape = travel.tape();
    int told = 0;
    String first = "";
    long end = Math.min(tape.end(), travel.position() + LOOK_AHEAD);
    for (long at = travel.position(); at < end; at++) {
      TraceEvent next = tape.event(at);
      if (next instanceof TraceEvent.SocketCallback callback) {
        told++;
        first = first.isEmpty() ? Said.of(EventWords.of(callback)) : first;
      } else if (next instanceof TraceEvent.Return returned && returned.cause() == call.seq()) {
        String read =
            returned.received() > 0
                ? TimelineWords.text("card.read", returned.received()) + " · "
                : "";
        result.setText(
            returned.running() < 0
                ? read + returned.code()
                : read + TimelineWords.text("card.running", returned.running()));
        break;
      }
    }
    if (call.fn().equals("curl_multi_socket_action")) {
      callbacks.setText(
          told == 0
              ? TimelineWords.text("card.stays")
              : told == 1 ? first : TimelineWords.text("card.more", first, told - 1));
    }
  }

  private static void show(Label label) {
    boolean some = !label.getText().isEmpty();
    label.setVisible(some);
    label.setManaged(some);
  }

  private static String seconds(long nanos) {
    return Amounts.number(nanos / 1e9, nanos < 1_000_000_000L ? 3 : 1);
  }
}
