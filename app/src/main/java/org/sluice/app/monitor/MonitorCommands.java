package org.sluice.app.monitor;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.sluice.app.command.Command;
import org.sluice.app.command.Shortcut;
import org.sluice.app.timeline.TravelViewModel;

/// What can be done in the Monitor, with its keys.
final class MonitorCommands {
  private final String group;
  private final MonitorViewModel model;
  private final MonitorView view;
  private final MonitorFiles files;

  MonitorCommands(String group, MonitorViewModel model, MonitorView view, MonitorFiles files) {
    this.group = group;
    this.model = model;
    this.view = view;
    this.files = files;
  }

  /// @param arrows whether the arrow keys may move the cursor now
  List<Command> all(AddingHere adding, ObservableBooleanValue arrows) {
    List<Command> all = new ArrayList<>(ofTheList(adding));
    all.addAll(ofTheDisplay(arrows));
    return List.copyOf(all);
  }

  private List<Command> ofTheList(AddingHere adding) {
    ObservableBooleanValue chosen =
        model.selectedProperty().isNotNull().and(model.loadedProperty().isNull());
    return List.of(
        command("add", MaterialDesignP.PLUS, adding.add()).on(Shortcut.ctrl(KeyCode.N)),
        command("paste", MaterialDesignC.CONTENT_PASTE, adding.paste())
            .on(Shortcut.ctrl(KeyCode.V)),
        command("pause", MaterialDesignP.PAUSE, model.wishes()::pauseSelected).when(chosen),
        command("resume", MaterialDesignP.PLAY, model.wishes()::resumeSelected).when(chosen),
        command("remove", MaterialDesignD.DELETE_OUTLINE, model.wishes()::removeSelected)
            .on(Shortcut.key(KeyCode.DELETE))
            .when(chosen));
  }

  private List<Command> ofTheDisplay(ObservableBooleanValue arrows) {
    TravelViewModel travel = model.travel();
    return List.of(
        command("freeze", MaterialDesignP.PAUSE, () -> turn(model.frozenProperty()))
            .on(Shortcut.key(KeyCode.SPACE))
            .when(model.loadedProperty().isNull()),
        command("filter", MaterialDesignF.FILTER_VARIANT, view::focusFilter)
            .on(Shortcut.ctrl(KeyCode.F)),
        command("clear", null, view::clear).on(Shortcut.key(KeyCode.ESCAPE)),
        command("record", MaterialDesignR.RECORD_CIRCLE_OUTLINE, files::toggleRecording)
            .on(Shortcut.key(KeyCode.R))
            .when(files.mayRecord()),
        command("open", MaterialDesignF.FOLDER_OPEN_OUTLINE, files::openTrace)
            .on(Shortcut.ctrl(KeyCode.O)),
        command("close", MaterialDesignC.CLOSE, model::closeTrace)
            .when(model.loadedProperty().isNotNull()),
        command("step.back", MaterialDesignS.SKIP_PREVIOUS, () -> travel.stepEvent(false))
            .on(Shortcut.key(KeyCode.LEFT))
            .when(arrows),
        command("step.on", MaterialDesignS.SKIP_NEXT, () -> travel.stepEvent(true))
            .on(Shortcut.key(KeyCode.RIGHT))
            .when(arrows),
        command("step.socket.back", null, () -> travel.stepSocket(false))
            .on(Shortcut.ctrl(KeyCode.LEFT))
            .when(arrows),
        command("step.socket.on", null, () -> travel.stepSocket(true))
            .on(Shortcut.ctrl(KeyCode.RIGHT))
            .when(arrows),
        command("step.turn.back", null, () -> travel.stepTurn(false))
            .on(Shortcut.shift(KeyCode.LEFT))
            .when(arrows),
        command("step.turn.on", null, () -> travel.stepTurn(true))
            .on(Shortcut.shift(KeyCode.RIGHT))
            .when(arrows),
        command("step.home", null, travel::home).on(Shortcut.key(KeyCode.HOME)),
        command("step.end", null, travel::live).on(Shortcut.key(KeyCode.END)),
        command("zoom.in", MaterialDesignM.MAGNIFY_PLUS_OUTLINE, travel::zoomIn)
            .on(Shortcut.typed("+")),
        command("zoom.out", MaterialDesignM.MAGNIFY_MINUS_OUTLINE, travel::zoomOut)
            .on(Shortcut.typed("-")),
        command("zoom.fit", null, travel::fit).on(Shortcut.typed("0")),
        command(
            "list",
            MaterialDesignF.FORMAT_LIST_BULLETED_SQUARE,
            () -> turn(view.timeline().asListProperty())),
        command("link", MaterialDesignL.LINK_VARIANT, () -> turn(model.linkedProperty())),
        grouping("NONE"),
        grouping("HOST"),
        grouping("TRANSFER"),
        export("JSONL"),
        export("CSV"),
        export("PNG"),
        export("SVG"),
        export("CHROME"));
  }

  private static void turn(BooleanProperty value) {
    value.set(!value.get());
  }

  private Command grouping(String name) {
    return command(
        "group." + name,
        null,
        () -> model.sockets().groupingProperty().set(SocketRows.Grouping.valueOf(name)));
  }

  private Command export(String name) {
    return command("export." + name, null, () -> files.export(MonitorFiles.Format.valueOf(name)));
  }

  private Command command(String key, @Nullable Ikon icon, Runnable action) {
    return Command.of("monitor." + key, group, MonitorWords.text("command." + key), icon, action);
  }
}
