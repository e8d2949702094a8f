package org.sluice.app.monitor;

import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.sluice.app.command.Command;
import org.sluice.app.command.Shortcut;
import org.sluice.app.fx.Messages;
import org.sluice.app.shell.Perspective;

/// The Monitor in the shell: every socket of the engine at work.
public final class MonitorPerspective implements Perspective {
  /// Its id.
  public static final String ID = "monitor";

  private final MonitorViewModel model;
  private final MonitorView view;
  private final List<Command> commands;

  /// @param startTour what the button of the empty state does
  public MonitorPerspective(MonitorViewModel model, Runnable startTour) {
    this.model = model;
    this.view = new MonitorView(model, startTour);
    String group = Messages.text("perspective.monitor");
    commands =
        List.of(
            Command.of(
                    "monitor.url",
                    group,
                    Messages.text("command.url"),
                    MaterialDesignP.PLUS,
                    view::focusUrl)
                .on(Shortcut.ctrl(KeyCode.N)),
            Command.of(
                    "monitor.paste",
                    group,
                    Messages.text("command.paste"),
                    MaterialDesignC.CONTENT_PASTE,
                    this::pasteUrl)
                .on(Shortcut.ctrl(KeyCode.V)),
            Command.of(
                    "monitor.freeze",
                    group,
                    Messages.text("command.freeze"),
                    MaterialDesignS.SNOWFLAKE,
                    this::freeze)
                .on(Shortcut.key(KeyCode.SPACE)),
            Command.of(
                    "monitor.remove",
                    group,
                    Messages.text("action.remove"),
                    MaterialDesignD.DELETE_OUTLINE,
                    model::removeSelected)
                .on(Shortcut.key(KeyCode.DELETE))
                .when(model.selectedProperty().isNotNull()));
  }

  private void freeze() {
    model.frozenProperty().set(!model.frozenProperty().get());
  }

  private void pasteUrl() {
    String text = Clipboard.getSystemClipboard().getString();
    if (text != null) {
      model.addTyped(text);
    }
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return Messages.text("perspective.monitor");
  }

  @Override
  public Ikon icon() {
    return MaterialDesignP.PULSE;
  }

  @Override
  public Parent root() {
    return view;
  }

  @Override
  public List<Node> panes() {
    return view.panes();
  }

  @Override
  public List<Command> commands() {
    return commands;
  }

  @Override
  public Map<String, SplitPane> splits() {
    return view.splits();
  }

  @Override
  public void pulse(long localNanos, boolean seen) {
    view.pulse(localNanos, seen);
  }

  @Override
  public void refresh(long localNanos, boolean seen) {
    view.refresh(localNanos);
  }

  @Override
  public void shown() {
    view.focusTransfers();
  }
}
