package org.sluice.app.pictures;

import java.util.List;
import javafx.scene.control.MenuButton;

/// What stands around every perspective.
record ShellShots(Director director) {
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
            }));
  }
}
