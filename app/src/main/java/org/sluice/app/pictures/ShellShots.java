package org.sluice.app.pictures;

import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.MenuButton;
import org.sluice.app.desktop.Activity;
import org.sluice.app.desktop.AfterCountdown;
import org.sluice.app.desktop.ClosingDialog;
import org.sluice.engine.queue.SystemAction;

/// What stands around every perspective.
record ShellShots(Studio studio, Director director) {
  List<Shot> all() {
    return List.of(
        Shot.of("palette", () -> director.run("app.palette")),
        Shot.of(
            "palette-search",
            () -> {
              director.run("app.palette");
              director.type("#palette-field", "cop");
            }),
        Shot.of("shortcuts", () -> director.run("app.shortcuts")),
        Shot.menu(
            "menu-main",
            () -> {
              director.with("#menu", MenuButton.class, MenuButton::show);
              director.until("the menu", () -> !WindowPicture.popups().isEmpty());
            }),
        Shot.of(
            "notice",
            () -> {
              String words = PictureWords.text("notice");
              director.act(() -> studio.window().notice(words));
            }),
        Shot.of(
            "dialog-closing",
            () ->
                director.act(
                    () ->
                        ClosingDialog.open(
                            studio.window().shell().dialogs(),
                            Activity.of(studio.engine().downloads()),
                            new SimpleBooleanProperty(true),
                            () -> {},
                            () -> {}))),
        Shot.of(
            "dialog-after",
            () ->
                director.act(
                    () ->
                        AfterCountdown.open(
                            studio.window().shell().dialogs(),
                            "Overnight",
                            SystemAction.SLEEP,
                            () -> {}))));
  }
}
