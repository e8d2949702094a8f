package org.sluice.app.pictures;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import org.sluice.app.preferences.Section;

/// Every page of the preferences.
record PreferenceShots(Studio studio, Director director) {
  List<Shot> all() {
    List<Shot> shots = new ArrayList<>();
    for (Section section : director.ask(this::pages)) {
      shots.add(Shot.of("preferences-" + section.key(), () -> page(section)));
      if (director.ask(() -> scrolls(section))) {
        shots.add(Shot.of("preferences-" + section.key() + "-end", () -> end(section)));
      }
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

  /// Whether a page is longer than the dialog is high.
  private boolean scrolls(Section section) {
    studio.window().shell().commands().get("app.preferences").run();
    if (director.scene().lookup("#preferences-pages") instanceof ListView<?> list) {
      list.getSelectionModel().select(list.getItems().indexOf(section));
    }
    director.scene().getRoot().applyCss();
    director.scene().getRoot().layout();
    boolean scrolls =
        director.scene().lookup("#preferences .scroll-pane") instanceof ScrollPane pane
            && pane.getContent().getLayoutBounds().getHeight()
                > pane.getViewportBounds().getHeight() + 1;
    studio.window().shell().dialogs().close();
    return scrolls;
  }

  private void end(Section section) throws NotReached, InterruptedException {
    page(section);
    director.settle();
    director.with("#preferences .scroll-pane", ScrollPane.class, pane -> pane.setVvalue(1));
  }

  private void page(Section section) throws NotReached, InterruptedException {
    director.run("app.preferences");
    director.with(
        "#preferences-pages",
        ListView.class,
        pages -> pages.getSelectionModel().select(pages.getItems().indexOf(section)));
    if (section == Section.QUEUES) { // one that has hours shows more
      director.with("#queues", TableView.class, table -> table.getSelectionModel().select(1));
    }
  }
}
