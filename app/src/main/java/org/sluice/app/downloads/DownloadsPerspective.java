package org.sluice.app.downloads;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.sluice.app.command.Command;
import org.sluice.app.shell.LinkedSelection;
import org.sluice.app.shell.Perspective;
import org.sluice.app.shell.Shell;

/// The list of downloads in the shell.
public final class DownloadsPerspective implements Perspective {
  /// Its id.
  public static final String ID = "downloads";

  private static final long WATCH_NANOS = 1_000_000_000L;

  private final DownloadsViewModel model;
  private final DownloadsActions actions;
  private final DownloadsCommands commands;
  private final EmptyDownloads empty;
  private final DownloadsView view;
  private long watchedNanos;
  private @Nullable Shell shell;

  /// @param startTour what the buttons that offer the lab do
  public DownloadsPerspective(
      DownloadsViewModel model,
      LinkedSelection selection,
      Adding adding,
      Runnable startTour,
      Clock clock) {
    this.model = model;
    actions = new DownloadsActions(model, selection, adding);
    SelectionState state = new SelectionState(model);
    commands = new DownloadsCommands(model, actions, state);
    empty = new EmptyDownloads(actions::add, startTour, () -> show("monitor"), () -> show("learn"));
    view = new DownloadsView(model, commands, actions, selection, empty, clock);
    model
        .selected()
        .addListener(
            (javafx.collections.ListChangeListener<DownloadRow>)
                _ -> {
                  DownloadRow lead = model.lead();
                  if (lead != null && selection.linkedProperty().get()) {
                    selection.downloadProperty().set(lead.id());
                  }
                  view.refresh();
                });
    selection
        .downloadProperty()
        .subscribe(
            id -> {
              DownloadRow lead = model.lead();
              if (id != null
                  && selection.linkedProperty().get()
                  && (lead == null || !lead.id().equals(id))) {
                DownloadRow row = model.find(id);
                if (row != null && model.rows().contains(row)) {
                  view.table().select(List.of(row));
                  view.table().seeLead();
                }
              }
            });
  }

  private void show(String id) {
    if (shell != null) {
      shell.commands().find("perspective." + id).ifPresent(Command::run);
    }
  }

  /// Offers to add what was typed, copied or dropped.
  public void add(String text) {
    actions.add(text);
  }

  /// Adds a link without a question; says whether it is one.
  public boolean addNow(String link) {
    return actions.addNow(link);
  }

  /// Offers to add what is on the clipboard.
  public void paste() {
    actions.clipboard().paste();
  }

  /// Adds what a file names.
  public void addFile(Path file) {
    actions.addFile(file);
  }

  @Override
  public void attached(Shell to) {
    shell = to;
    actions.attach(to);
    empty.offerLearn(to.commands().find("perspective.learn").isPresent());
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return DownloadsWords.text("perspective");
  }

  @Override
  public Ikon icon() {
    return MaterialDesignT.TRAY_ARROW_DOWN;
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
    return commands.all();
  }

  @Override
  public List<Command> everywhere() {
    return List.of(commands.get("add"), commands.get("paste"), commands.get("limit"));
  }

  @Override
  public Map<String, SplitPane> splits() {
    return view.splits();
  }

  @Override
  public void restore(Map<String, String> memory) {
    view.table().restore(memory);
    view.showDetails(!"false".equals(memory.get("details")));
    commands.watchClipboardProperty().set("true".equals(memory.get("clipboard")));
  }

  @Override
  public Map<String, String> remember() {
    Map<String, String> memory = new HashMap<>(view.table().remember());
    memory.put("details", Boolean.toString(view.hasDetails()));
    memory.put("clipboard", Boolean.toString(commands.watchClipboardProperty().get()));
    return memory;
  }

  @Override
  public void refresh(long localNanos, boolean seen) {
    model.refresh(localNanos);
    if (localNanos - watchedNanos >= WATCH_NANOS) {
      watchedNanos = localNanos;
      actions.clipboard().look();
    }
    if (seen) {
      view.refresh();
    }
  }

  @Override
  public void shown() {
    view.focusTable();
  }
}
