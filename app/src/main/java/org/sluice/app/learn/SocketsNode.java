package org.sluice.app.learn;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Glyph;
import org.sluice.engine.loop.Step;
import org.sluice.engine.multi.Poll;

/// The fifth step, the collection of sockets, with a chip for each of the last three.
final class SocketsNode extends StepNode {
  private static final PseudoClass ACTING = PseudoClass.getPseudoClass("acting");
  private static final int MOST = 3;

  private final HBox chips = new HBox(6);
  private List<Watched> shown = List.of();
  private long acting;

  SocketsNode(Runnable show) {
    super(Step.SUPERVISE_SOCKETS, show);
    getStyleClass().add("sockets-node");
    chips.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(chips);
  }

  @Override
  void look(@Nullable Moment now) {
    super.look(now);
    if (chips == null) {
      return; // called by the constructor above
    }
    List<Watched> wanted = now == null ? List.of() : now.values().watched();
    long acts = acting(now);
    if (!wanted.equals(shown) || acts != acting) {
      shown = wanted;
      acting = acts;
      chips
          .getChildren()
          .setAll(
              wanted.stream()
                  .skip(Math.max(0, wanted.size() - MOST))
                  .map(socket -> chip(socket, socket.socket() == acts))
                  .toList());
    }
    detail().setVisible(wanted.isEmpty());
  }

  /// The socket that all is about now; 0 for none.
  private static long acting(@Nullable Moment now) {
    if (now == null) {
      return 0;
    }
    if (now.announced() != null) {
      return now.announced().socket();
    }
    Acting acting = now.values().acting();
    return acting == null ? 0 : acting.socket();
  }

  private static VBox chip(Watched socket, boolean acts) {
    Label number = new Label(Long.toString(socket.socket()));
    number.getStyleClass().add("sl-semibold");
    VBox chip = new VBox(3, number, new Glyph(socket.poll(), 14));
    chip.getStyleClass().add("socket-chip");
    chip.setAlignment(Pos.CENTER);
    chip.pseudoClassStateChanged(ACTING, acts);
    for (Poll each : Poll.values()) {
      chip.pseudoClassStateChanged(Glyph.pseudoClass(each), each == socket.poll());
    }
    return chip;
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    detail().resizeRelocate(12, 50, getWidth() - 24, 17);
    chips.resizeRelocate(12, 40, getWidth() - 24, 42);
  }
}
