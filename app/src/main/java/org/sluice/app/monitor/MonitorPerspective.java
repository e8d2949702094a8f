package org.sluice.app.monitor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.sluice.app.command.Command;
import org.sluice.app.fx.Messages;
import org.sluice.app.shell.LinkedSelection;
import org.sluice.app.shell.Perspective;
import org.sluice.app.shell.Shell;

/// The Monitor in the shell: every socket of the engine at work.
public final class MonitorPerspective implements Perspective {
  /// Its id.
  public static final String ID = "monitor";

  private final MonitorViewModel model;
  private final MonitorFiles files;
  private final MonitorView view;
  private final ReadOnlyObjectWrapper<@Nullable Node> focus = new ReadOnlyObjectWrapper<>();
  private final List<Command> commands;
  private final SelectionLink link;
  private boolean stepped;
  private @Nullable Shell shell;

  /// @param startTour what the button of the empty state does
  public MonitorPerspective(
      MonitorViewModel model, LinkedSelection selection, AddingHere adding, Runnable startTour) {
    this.model = model;
    this.files = new MonitorFiles(model, MonitorWords.text("app"));
    this.view = new MonitorView(model, files, adding, startTour);
    String group = Messages.text("perspective.monitor");
    view.sceneProperty()
        .flatMap(scene -> scene == null ? null : scene.focusOwnerProperty())
        .subscribe(focus::set);
    MonitorCommands all = new MonitorCommands(group, model, view, files);
    commands = all.all(adding, arrowsAreFree());
    model.travel().stepsProperty().subscribe((_, _) -> stepped = true);
    link = new SelectionLink(model, selection, () -> view.getScene() != null);
  }

  /// Whether the arrow keys move the cursor: not while a part of the view uses them itself.
  private ObservableBooleanValue arrowsAreFree() {
    return Bindings.createBooleanBinding(() -> !view.keepsArrows(focus.get()), focus);
  }

  /// Whether a trace is being recorded, or finished: its file is not to be read yet.
  public boolean isWriting() {
    return files.recordFile() != null;
  }

  /// For measurements.
  MonitorFiles files() {
    return files;
  }

  int lanes() {
    return model.timeline().lanes().size();
  }

  /// Ends what is written to files.
  public void close() {
    files.close();
  }

  /// Shows a trace of a file.
  public void open(Path trace) {
    files.open(trace);
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
  public void attached(Shell to) {
    shell = to;
  }

  @Override
  public void refresh(long localNanos, boolean seen) {
    files.refresh();
    view.refresh(localNanos);
    link.refresh();
    if (stepped && seen) {
      sayStep();
    }
    stepped = false;
  }

  /// The focus stays where it is while the cursor is moved, so nothing else would be read out.
  private void sayStep() {
    if (shell != null) {
      shell.announce(ID + ".cursor", view.timeline().spokenCursor());
    }
  }

  @Override
  public void shown() {
    view.focusTransfers();
  }
}
