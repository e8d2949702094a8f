package org.sluice.app.pictures;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ListView;
import org.sluice.app.preferences.Section;

/// Every page of the preferences.
record PreferenceShots(Studio studio, Director director) {
  List<Shot> all() {
    List<Shot> shots = new ArrayList<>();
    for (Section section : director.ask(this::pages)) {
      shots.add(Shot.of("preferences-" + section.key(), () -> page(section)));
    }
    shots.add(
        Shot.of(
            "preferences-search",
            () -> {
              director.run("app.preferences");
              director.type("#preferences-search", "proxy");
            }));
    return shots;
  }

  /// The dialog knows which there are.
  private List<Section> pages() {
    List<Section> pages = new ArrayList<>();
    studio.window().shell().commands().get("app.preferences").run();
    if (director.scene().lookup("#preferences-pages") instanceof ListView<?> list) {
      list.getItems().forEach(item -> pages.add((Section) item));
    }
    studio.window().shell().dialogs().close();
    return pages;
  }

  private void page(Section section) throws NotReached, InterruptedException {
    director.run("app.preferences");
    director.with(
        "#preferences-pages",
        ListView.class,
        pages -> pages.getSelectionModel().select(pages.getItems().indexOf(section)));
  }
}
