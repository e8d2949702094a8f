package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.app.fx.PngFile;
import org.sluice.app.preferences.AllSettings;
import org.sluice.app.preferences.AllSettings.ThemeChoice;
import org.sluice.app.preferences.Section;
import org.testfx.framework.junit5.Start;

/// Who uses the keys sees where the focus is: each control looks clearly different with it, in both
/// themes. Pictures of the same moment with and without the focus are compared.
class FocusRingTest extends FreshWindow {
  /// Of the colours of a pixel with and without the focus; WCAG 2.2, 2.4.13.
  private static final double CONTRAST = 3;

  /// Of the edge of the control; a ring that is one pixel wide has 1.
  private static final double SHARE_OF_EDGE = 0.75;

  private static final int AROUND = 5;

  private final List<String> faults = new ArrayList<>();

  @Start
  void start(Stage stage) throws IOException {
    open(stage);
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void theFocusIsSeenOnEveryControl(ThemeChoice theme) {
    open.onFx(
        () -> {
          open.workbench.preferences().set(AllSettings.THEME, theme);
          return true;
        });
    look(theme + " first run");
    open.add(lab.http("/100k"));
    open.add(lab.http("/throttled?size=900m&rate=200k"));
    open.until("two rows", () -> rows("#downloads") == 2);
    select("#downloads");
    for (String tab : List.of("general", "segments", "sockets", "headers", "log")) {
      open.onFx(
          () -> {
            robot.lookup("#tab-" + tab).queryAs(javafx.scene.control.ToggleButton.class).fire();
            return true;
          });
      look(theme + " downloads " + tab);
    }
    run("perspective.monitor");
    open.until("a socket", () -> rows("#sockets") > 0 && rows("#transfers") > 0);
    select("#sockets");
    open.onFx(
        () -> {
          open.model.travel().stop();
          return true;
        });
    look(theme + " monitor");
    run("monitor.list");
    look(theme + " monitor list");
    run("perspective.learn");
    open.until("the loop", () -> robot.lookup("#step-1").tryQuery().isPresent());
    run("learn.step");
    open.until("a moment", () -> rows("#said") > 0);
    look(theme + " learn");
    run("app.preferences");
    for (Section section : Section.values()) {
      open.onFx(
          () -> {
            @SuppressWarnings("unchecked")
            ListView<Section> pages = robot.lookup("#preferences-pages").queryAs(ListView.class);
            pages.getSelectionModel().select(section);
            return true;
          });
      look(theme + " preferences " + section);
    }
    open.onFx(
        () -> {
          open.window.shell().dialogs().close();
          return true;
        });
    run("perspective.downloads");
    run("downloads.add");
    look(theme + " add");
    assertThat(faults).isEmpty();
  }

  private void look(String where) {
    open.drawn();
    open.onFx(
        () -> {
          Scene scene = open.window.scene();
          Parent dialog = (Parent) robot.lookup(".dialog").tryQuery().orElse(null);
          Parent root = dialog == null ? open.window.shell() : dialog;
          root.applyCss();
          root.layout();
          for (Node node : Reach.byTab(scene, root, false)) {
            if (node.getScene() != null) {
              look(where, scene, root, node);
            }
          }
          return true;
        });
  }

  private void look(String where, Scene scene, Parent root, Node node) {
    Reach.neighbour(scene, root, node);
    WritableImage without = picture(scene, node);
    Reach.come(scene, root, node);
    Node ringed = ringed(node);
    WritableImage with = picture(scene, node);
    int seen = different(without, with);
    Bounds edge = ringed.getLayoutBounds();
    double wanted = SHARE_OF_EDGE * 2 * (edge.getWidth() + edge.getHeight());
    if (seen < wanted) {
      String fault = "%s: %d of %.0f pixels at %s".formatted(where, seen, wanted, Reach.name(node));
      faults.add(fault);
      String pictures = System.getProperty("sluice.focusPictures");
      if (pictures != null) {
        try {
          PngFile.write(with, Path.of(pictures, fault.replaceAll("[^A-Za-z0-9#-]+", "_") + ".png"));
        } catch (IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
      }
    }
  }

  /// What has the ring: of a list or a table it is the row, or the cell, that has the focus.
  private static Node ringed(Node node) {
    if (node instanceof ListView || node instanceof TableView) {
      for (Node cell : node.lookupAll(".indexed-cell")) {
        if (cell.isFocused() && cell instanceof IndexedCell<?> indexed && !indexed.isEmpty()) {
          return cell instanceof TableRow || node instanceof ListView ? cell : node;
        }
      }
    }
    return node;
  }

  private static WritableImage picture(Scene scene, Node node) {
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    SnapshotParameters what = new SnapshotParameters();
    what.setViewport(
        new Rectangle2D(
            bounds.getMinX() - AROUND,
            bounds.getMinY() - AROUND,
            bounds.getWidth() + 2 * AROUND,
            bounds.getHeight() + 2 * AROUND));
    what.setFill(Color.TRANSPARENT);
    return scene.getRoot().snapshot(what, null);
  }

  private static int different(WritableImage one, WritableImage other) {
    int count = 0;
    int width = (int) Math.min(one.getWidth(), other.getWidth());
    int height = (int) Math.min(one.getHeight(), other.getHeight());
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        Color before = one.getPixelReader().getColor(x, y);
        Color after = other.getPixelReader().getColor(x, y);
        if (Wcag.contrast(before, after) >= CONTRAST) {
          count++;
        }
      }
    }
    return count;
  }

  private void run(String command) {
    open.until(
        command + " can be given",
        () -> open.window.shell().commands().find(command).filter(c -> c.isEnabled()).isPresent());
    open.onFx(() -> open.window.shell().commands().get(command).run());
  }

  private int rows(String id) {
    return switch (robot.lookup(id).tryQuery().orElse(null)) {
      case TableView<?> table -> table.getItems().size();
      case ListView<?> list -> list.getItems().size();
      case null, default -> 0;
    };
  }

  private void select(String table) {
    open.onFx(
        () -> {
          robot.lookup(table).queryAs(TableView.class).getSelectionModel().select(0);
          return true;
        });
  }
}
