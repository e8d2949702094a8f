package org.sluice.app.downloads;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignO;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import org.sluice.app.command.Command;
import org.sluice.app.command.Shortcut;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.queue.QueueOrder;
import org.sluice.engine.queue.QueueRules;

/// Everything that can be done in this perspective.
final class DownloadsCommands {
  private final DownloadsViewModel model;
  private final DownloadsActions actions;
  private final SelectionState state;
  private final List<Command> all = new ArrayList<>();

  DownloadsCommands(DownloadsViewModel model, DownloadsActions actions, SelectionState state) {
    this.model = model;
    this.actions = actions;
    this.state = state;
    add("add", MaterialDesignP.PLUS, actions::add, Shortcut.ctrl(KeyCode.N));
    add(
        "paste",
        MaterialDesignC.CONTENT_PASTE,
        actions.clipboard()::paste,
        Shortcut.ctrl(KeyCode.V));
    add("addFile", MaterialDesignF.FILE_IMPORT_OUTLINE, actions::chooseFiles);
    add("resume", MaterialDesignP.PLAY, actions::resume, Shortcut.ctrl(KeyCode.R));
    when(state.canResume());
    add("pause", MaterialDesignP.PAUSE, actions::pause, Shortcut.ctrl(KeyCode.P));
    when(state.canPause());
    add("toggle", MaterialDesignP.PLAY_PAUSE, actions::toggle, Shortcut.key(KeyCode.SPACE));
    when(state.canToggle());
    add("pauseAll", MaterialDesignP.PAUSE_CIRCLE_OUTLINE, actions::pauseAll);
    add("resumeAll", MaterialDesignP.PLAY_CIRCLE_OUTLINE, actions::resumeAll);
    add("tryAgain", MaterialDesignR.REFRESH, actions::resume, Shortcut.key(KeyCode.F5));
    when(state.canResume());
    add("remove", MaterialDesignD.DELETE_OUTLINE, actions::remove, Shortcut.key(KeyCode.DELETE));
    when(state.some());
    add(
        "undoRemove",
        MaterialDesignU.UNDO,
        model.rowWishes()::undoLastRemove,
        Shortcut.ctrl(KeyCode.Z));
    when(state.undoable());
    add(
        "removeDisk",
        MaterialDesignD.DELETE_FOREVER_OUTLINE,
        actions::removeFromDisk,
        Shortcut.shift(KeyCode.DELETE));
    when(state.some());
    add(
        "openFile",
        MaterialDesignO.OPEN_IN_APP,
        actions.files()::openFile,
        Shortcut.ctrl(KeyCode.O));
    when(state.complete());
    add(
        "openFolder",
        MaterialDesignF.FOLDER_OPEN_OUTLINE,
        actions.files()::openFolder,
        Shortcut.ctrlShift(KeyCode.O));
    when(state.hasFile());
    add(
        "copyLink",
        MaterialDesignL.LINK_VARIANT,
        actions.clipboard()::copyLinks,
        Shortcut.ctrl(KeyCode.C));
    when(state.some());
    add(
        "copyCurl",
        MaterialDesignC.CONSOLE,
        actions.clipboard()::copyCurl,
        Shortcut.ctrlShift(KeyCode.C));
    when(state.some());
    add(
        "properties",
        MaterialDesignI.INFORMATION_OUTLINE,
        actions::properties,
        Shortcut.alt(KeyCode.ENTER));
    when(state.one());
    add("newAddress", MaterialDesignS.SWAP_HORIZONTAL, actions::newAddress);
    when(Bindings.and(state.one(), state.unfinished()));
    add("verify", MaterialDesignC.CHECK_DECAGRAM_OUTLINE, actions::verify);
    when(state.complete());
    add("restart", MaterialDesignR.RESTART, actions::restart);
    when(state.some());
    add("limitOne", MaterialDesignS.SPEEDOMETER_SLOW, actions.queues()::limitSelected);
    when(state.some());
    add("monitor", MaterialDesignP.PULSE, actions::showInMonitor, Shortcut.ctrl(KeyCode.M));
    when(state.some());
    move("queueUp", QueueOrder.Move.UP, MaterialDesignA.ARROW_UP, KeyCode.UP);
    move("queueDown", QueueOrder.Move.DOWN, MaterialDesignA.ARROW_DOWN, KeyCode.DOWN);
    move("queueTop", QueueOrder.Move.TOP, MaterialDesignA.ARROW_COLLAPSE_UP, KeyCode.PAGE_UP);
    move(
        "queueBottom",
        QueueOrder.Move.BOTTOM,
        MaterialDesignA.ARROW_COLLAPSE_DOWN,
        KeyCode.PAGE_DOWN);
    add(
        "limit",
        MaterialDesignS.SPEEDOMETER,
        actions.queues()::customLimit,
        Shortcut.ctrl(KeyCode.L));
    add("limitSchedule", MaterialDesignC.CALENDAR_CLOCK, actions.queues()::limitSchedule);
    add("editCategories", MaterialDesignP.PENCIL_OUTLINE, actions::editCategories);
    add("newQueue", MaterialDesignP.PLUS, actions.queues()::newQueue);
    add("import", MaterialDesignI.IMPORT, actions.exchange()::importList);
    add("export", MaterialDesignE.EXPORT_VARIANT, actions.exchange()::exportList);
    add("clipboard", MaterialDesignC.CLIPBOARD_TEXT_OUTLINE, actions.clipboard()::toggle);
  }

  /// The commands that concern the view itself.
  void addView(DownloadsView view) {
    add("filter", MaterialDesignM.MAGNIFY, view::focusSearch, Shortcut.ctrl(KeyCode.F));
    add("clear", null, view::clear, Shortcut.key(KeyCode.ESCAPE));
    add("details", MaterialDesignD.DOCK_BOTTOM, view::toggleDetails, Shortcut.key(KeyCode.F4));
    add("selectAll", null, view::selectAll, Shortcut.ctrl(KeyCode.A));
    add("columns", MaterialDesignT.TABLE_COLUMN, () -> actions.columns(view.table()));
  }

  /// Links that are copied anywhere are offered here; off until the user wants it.
  BooleanProperty watchClipboardProperty() {
    return actions.clipboard().watchingProperty();
  }

  private void move(String name, QueueOrder.Move move, Ikon icon, KeyCode key) {
    add(name, icon, () -> actions.queues().moveInQueue(move), Shortcut.ctrl(key));
    when(state.unfinished());
  }

  private void add(String name, @Nullable Ikon icon, Runnable action, Shortcut... keys) {
    all.add(
        Command.of(
                "downloads." + name,
                DownloadsWords.text("perspective"),
                DownloadsWords.text("command." + name),
                icon,
                action)
            .on(keys));
  }

  /// Of the command that was added last.
  private void when(javafx.beans.value.ObservableBooleanValue enabled) {
    all.add(all.removeLast().when(enabled));
  }

  Command get(String name) {
    return all.stream()
        .filter(command -> command.id().equals("downloads." + name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no command " + name));
  }

  Command editCategories() {
    return get("editCategories");
  }

  Command newQueue() {
    return get("newQueue");
  }

  List<Command> all() {
    List<Command> now = new ArrayList<>(all);
    model.queuesProperty().get().forEach(rules -> now.addAll(ofQueue(rules.name())));
    now.addAll(toQueues());
    return now;
  }

  /// The selected ones go to another queue.
  List<Command> toQueues() {
    List<Command> now = new ArrayList<>();
    for (QueueRules rules : model.queuesProperty().get()) {
      now.add(
          Command.of(
                  "downloads.moveTo." + rules.name(),
                  DownloadsWords.text("group.queues"),
                  DownloadsWords.text("queue.moveTo", QueueNames.shown(rules.name())),
                  null,
                  () -> actions.queues().moveTo(rules.name()))
              .when(state.some()));
    }
    return now;
  }

  /// What can be done with a queue.
  List<Command> ofQueue(String name) {
    boolean runs =
        model.queuesProperty().get().stream()
            .anyMatch(rules -> rules.name().equals(name) && rules.running());
    List<Command> commands = new ArrayList<>();
    String shown = QueueNames.shown(name);
    commands.add(
        queue(
            name,
            runs ? "stop" : "start",
            DownloadsWords.text(runs ? "queue.stop" : "queue.start", shown),
            runs ? MaterialDesignP.PAUSE : MaterialDesignP.PLAY,
            () -> actions.queues().openQueue(name, !runs)));
    commands.add(
        queue(
            name,
            "edit",
            DownloadsWords.text("queue.edit", shown),
            MaterialDesignT.TUNE_VARIANT,
            () -> actions.queues().editQueue(name)));
    if (!name.equals(DownloadRequest.MAIN_QUEUE)) {
      commands.add(
          queue(
              name,
              "remove",
              DownloadsWords.text("queue.removeNamed", shown),
              MaterialDesignD.DELETE_OUTLINE,
              () -> actions.queues().removeQueue(name)));
    }
    return commands;
  }

  private static Command queue(String name, String what, String words, Ikon icon, Runnable action) {
    return Command.of(
        "downloads.queue." + what + "." + name,
        DownloadsWords.text("group.queues"),
        words,
        icon,
        action);
  }
}
