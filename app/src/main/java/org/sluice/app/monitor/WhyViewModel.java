package org.sluice.app.monitor;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Amounts;
import org.sluice.app.said.Said;
import org.sluice.app.tape.EventWords;
import org.sluice.app.tape.Why;
import org.sluice.app.timeline.TravelViewModel;

/// Why the selected socket is in its poll state, in a sentence or two. **Threads**: JavaFX.
public final class WhyViewModel {
  private final TravelViewModel travel;
  private final StringProperty question = new SimpleStringProperty("");
  private final StringProperty answer = new SimpleStringProperty("");
  private final StringProperty evidence = new SimpleStringProperty("");

  WhyViewModel(TravelViewModel travel) {
    this.travel = travel;
    travel.socketProperty().subscribe(_ -> refresh());
  }

  /// For example `28 waits in OUT`; empty with no socket selected.
  public ReadOnlyStringProperty questionProperty() {
    return question;
  }

  /// Why, as far as the trace tells.
  public ReadOnlyStringProperty answerProperty() {
    return answer;
  }

  /// Since when, and which call led to it.
  public ReadOnlyStringProperty evidenceProperty() {
    return evidence;
  }

  void refresh() {
    Long serial = travel.socketProperty().get();
    if (serial == null) {
      question.set("");
      return;
    }
    Why why = Why.of(travel.tape(), travel.position(), serial);
    question.set(
        why.reason() == Why.Reason.UNKNOWN
            ? MonitorWords.text("why.unknown", Long.toString(serial))
            : MonitorWords.text("why.question", Long.toString(serial), why.poll().name()));
    answer.set(MonitorWords.text("why." + why.reason()));
    evidence.set(evidence(why));
  }

  private @Nullable String evidence(Why why) {
    if (why.sinceNanos() < 0) {
      return "";
    }
    String since = Amounts.span(Math.max(0, travel.nanos() - why.sinceNanos()));
    StringBuilder out = new StringBuilder(MonitorWords.text("why.since", since));
    if (why.transfer() != 0) {
      out.append(' ').append(MonitorWords.text("why.for", "E" + why.transfer()));
    }
    if (why.before() != null) {
      out.append(", ").append(MonitorWords.text("why.before", why.before().name()));
    }
    if (why.cause() != null) {
      out.append(", ").append(MonitorWords.text("why.cause", Said.of(EventWords.of(why.cause()))));
    }
    out.append(", ").append(MonitorWords.text("why.actions", why.actions()));
    return out.toString();
  }
}
