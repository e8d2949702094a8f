package org.sluice.app.learn;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.ScaledPane;
import org.sluice.engine.loop.Step;

/// The nine steps and how they follow each other, the current one lit.
///
/// It is drawn on a ground of 556 by 318 and shown as large as its place allows.
final class LoopDiagram extends Region {
  private static final double WIDTH = 556;
  private static final double HEIGHT = 318;
  private static final double LEAST = 0.7;

  /// Where text is larger than designed the drawing may be as small as this, on the screen.
  private static final double LEAST_SEEN = 0.9;

  private static final double MOST = 1.2;
  private static final double NODE_WIDTH = 152;
  private static final double NODE_HEIGHT = 44;

  private final Pane ground = new Pane();
  private final Scale scale = new Scale(1, 1, 0, 0);
  private final Map<Step, StepNode> nodes = new EnumMap<>(Step.class);
  private final Map<Step, Edge> into = new EnumMap<>(Step.class);
  private final Edge first =
      new Edge("M164 270H184Q196 270 196 258V170Q196 158 208 158H280", 287, 158, 0);
  private final Label told = new Label();
  private final Halo halo = new Halo();

  /// @param show shows the code of a step
  LoopDiagram(Consumer<Step> show) {
    setId("loop");
    getStyleClass().add("loop-diagram");
    setNodeOrientation(
        NodeOrientation.LEFT_TO_RIGHT); // in every language the arrows go the same way
    ground.setManaged(false);
    ground.getTransforms().add(scale);
    getChildren().add(ground);
    lines();
    ground.getChildren().add(halo);
    node(
        new StepNode(Step.CREATE_MULTI_HANDLE, () -> show.accept(Step.CREATE_MULTI_HANDLE)),
        12,
        26);
    node(
        new StepNode(Step.SET_SOCKET_CALLBACK, () -> show.accept(Step.SET_SOCKET_CALLBACK)),
        12,
        100);
    node(new StepNode(Step.ADD_EASY_HANDLES, () -> show.accept(Step.ADD_EASY_HANDLES)), 12, 174);
    node(new StepNode(Step.START_ONCE, () -> show.accept(Step.START_ONCE)), 12, 248);
    StepNode sockets = new SocketsNode(() -> show.accept(Step.SUPERVISE_SOCKETS));
    node(sockets, 288, 112);
    sockets.resize(176, 92);
    node(new StepNode(Step.ASK_TIMEOUT, () -> show.accept(Step.ASK_TIMEOUT)), 300, 26);
    node(new StepNode(Step.WAIT_FOR_ACTION, () -> show.accept(Step.WAIT_FOR_ACTION)), 392, 248);
    node(new StepNode(Step.TELL_ACTION, () -> show.accept(Step.TELL_ACTION)), 208, 248);
    StepNode back = new BackNode(() -> show.accept(Step.GO_BACK));
    node(back, 220, 72);
    back.resize(BackNode.SIZE, BackNode.SIZE);
    look(null, false);
  }

  private void lines() {
    Line divider = new Line(184, 20, 184, 300);
    divider.getStyleClass().add("divider-line");
    Line gap = new Line(232, 146, 232, 170);
    gap.getStyleClass().add("edge-gap");
    into.put(Step.SET_SOCKET_CALLBACK, new Edge("M88 70V93", 88, 99, 90));
    into.put(Step.ADD_EASY_HANDLES, new Edge("M88 144V167", 88, 173, 90));
    into.put(Step.START_ONCE, new Edge("M88 218V241", 88, 247, 90));
    into.put(Step.WAIT_FOR_ACTION, new Edge("M452 48H492Q510 48 510 66V241", 510, 247, 90));
    into.put(Step.TELL_ACTION, new Edge("M392 270H367", 361, 270, 180));
    Edge round = new Edge("M232 248V66Q232 48 250 48H293", 299, 48, 0);
    into.put(Step.ASK_TIMEOUT, round);
    into.put(Step.SUPERVISE_SOCKETS, new Edge("M330 247V211", 330, 205, 270).dashed());
    told.getStyleClass().add("diagram-words");
    told.relocate(338, 217);
    ground
        .getChildren()
        .addAll(heading("diagram.once", 12), heading("diagram.repeat", 204), divider, first, gap);
    ground.getChildren().addAll(into.values());
    Label back = new Label(LearnWords.text("diagram.back"));
    back.getStyleClass().add("diagram-words");
    back.relocate(249, 76);
    ground.getChildren().addAll(told, back);
  }

  private static Label heading(String key, double x) {
    Label heading = new Label(LearnWords.text(key));
    heading.getStyleClass().add("diagram-heading");
    heading.relocate(x, 2);
    return heading;
  }

  private void node(StepNode node, double x, double y) {
    nodes.put(node.step(), node);
    node.setManaged(false);
    node.resizeRelocate(x, y, NODE_WIDTH, NODE_HEIGHT);
    ground.getChildren().add(node);
  }

  /// The nodes in the order of the steps.
  List<StepNode> nodes() {
    return List.copyOf(nodes.values());
  }

  /// Shows a moment.
  ///
  /// @param moves whether the light moves there; else it is there at once
  void look(@Nullable Moment now, boolean moves) {
    nodes.values().forEach(node -> node.look(now));
    StepNode current = now == null ? null : nodes.get(now.step());
    halo.move(current, moves);
    into.forEach((step, edge) -> edge.lit(isLit(step, now)));
    first.lit(now != null && now.turn() == 0 && now.step() == Step.SUPERVISE_SOCKETS);
    told.setText(callback(now));
  }

  private static boolean isLit(Step step, @Nullable Moment now) {
    if (now == null) {
      return false;
    }
    boolean first = now.turn() == 0;
    return switch (step) {
      case ASK_TIMEOUT ->
          now.step() == Step.GO_BACK || (now.step() == Step.ASK_TIMEOUT && now.turn() > 1);
      case SUPERVISE_SOCKETS -> now.step() == step && !first;
      case CREATE_MULTI_HANDLE,
          SET_SOCKET_CALLBACK,
          ADD_EASY_HANDLES,
          START_ONCE,
          WAIT_FOR_ACTION,
          TELL_ACTION,
          GO_BACK ->
          now.step() == step;
    };
  }

  /// What stands at the arrow of the socket callback.
  private static String callback(@Nullable Moment now) {
    Watched announced = now == null ? null : now.announced();
    if (announced != null) {
      return "callback(" + announced.socket() + ", " + announced.poll() + ")";
    }
    Acting acting = now == null || now.step() != Step.TELL_ACTION ? null : now.values().acting();
    return acting != null && acting.isSocket()
        ? "callback(" + acting.socket() + ", ?)"
        : "callback";
  }

  @Override
  protected void layoutChildren() {
    double fit = Math.min(getWidth() / WIDTH, getHeight() / HEIGHT);
    double least = Math.min(LEAST, LEAST_SEEN / ScaledPane.zoomOf(this));
    double size = Math.clamp(fit, least, MOST);
    scale.setX(size);
    scale.setY(size);
    ground.resizeRelocate(
        Math.max(0, Math.round((getWidth() - WIDTH * size) / 2)),
        Math.max(0, Math.round((getHeight() - HEIGHT * size) / 2)),
        WIDTH,
        HEIGHT);
  }

  @Override
  protected double computePrefWidth(double height) {
    return WIDTH;
  }

  @Override
  protected double computePrefHeight(double width) {
    return HEIGHT;
  }
}
