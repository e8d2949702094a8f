package org.sluice.app.main;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import org.sluice.app.downloads.DownloadsPerspective;
import org.sluice.app.downloads.DownloadsViewModel;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.lab.LabServer;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/// What is dropped on the list of downloads, and selections by mouse and modifiers, on a real display, in
/// a process of its own: each step prints a line.
final class DropProbe {
  private final FxRobot robot = new FxRobot();
  private OpenWindow open;
  private Label source;
  private Consumer<ClipboardContent> dragged = _ -> {};

  private DropProbe() {}

  public static void main(String[] arguments) throws Exception {
    System.setProperty("testfx.setup.timeout", "90000");
    int code = 1;
    try (LabServer lab = LabServer.start()) {
      new DropProbe().run(lab, Path.of(arguments[0]));
      code = 0;
    } catch (Exception | AssertionError e) {
      e.printStackTrace(System.out);
    }
    System.exit(code);
  }

  private void run(LabServer lab, Path folder) throws Exception {
    FxToolkit.registerPrimaryStage();
    FxToolkit.setupStage(stage -> open = opened(stage, folder));
    DownloadsViewModel model = open.workbench.downloads();
    for (String name : List.of("a.bin", "b.bin", "c.bin")) {
      open.onFx(
          () ->
              model.add(
                  DownloadRequest.of(
                          lab.http("/100k").toString(), FileWish.into(open.downloads).named(name))
                      .startPaused(true)));
      open.until(name, () -> model.all().stream().anyMatch(row -> row.item().name().equals(name)));
    }
    selections(model);
    open.onFx(this::sourceStage);
    drops(lab, folder, model);
    open.close();
  }

  private void selections(DownloadsViewModel model) {
    robot.clickOn("a.bin");
    robot.press(KeyCode.CONTROL).clickOn("c.bin").release(KeyCode.CONTROL);
    open.until("ctrl adds one", () -> model.selected().size() == 2);
    System.out.println("ctrl and click add one");
    robot.clickOn("a.bin");
    robot.press(KeyCode.SHIFT).clickOn("c.bin").release(KeyCode.SHIFT);
    open.until("shift takes all between", () -> model.selected().size() == 3);
    System.out.println("shift and click take all between");
    robot.rightClickOn("b.bin");
    open.until(
        "the menu",
        () ->
            robot.lookup("#menu-downloads-properties").tryQuery().isPresent()
                || robot.lookup("Properties").tryQuery().isPresent());
    System.out.println("a right click opens the menu");
    robot.push(KeyCode.ESCAPE);
  }

  private void drops(LabServer lab, Path folder, DownloadsViewModel model) throws Exception {
    String url = lab.http("/small").toString();
    drop(content -> content.putString(url));
    open.until("a dropped link", () -> open.window.shell().dialogs().isOpen());
    close();
    System.out.println("a link is dropped");

    Path list = Files.writeString(folder.resolve("links.txt"), url + "\n" + url + "2\n");
    drop(content -> content.putFiles(List.of(list.toFile())));
    open.until(
        "dropped links", () -> open.window.shell().dialogs().isOpen() && open.visible("#links"));
    close();
    System.out.println("a file of links is dropped");

    Path metalink =
        Files.writeString(
            folder.resolve("one.meta4"),
            "<metalink xmlns=\"urn:ietf:params:xml:ns:metalink\"><file name=\"small.txt\"><url>"
                + url
                + "</url></file></metalink>");
    drop(content -> content.putFiles(List.of(metalink.toFile())));
    open.until("a dropped metalink", () -> model.all().size() == 4);
    System.out.println("a Metalink is dropped");

    Path torrent = Files.writeString(folder.resolve("x.torrent"), "d8:announce0:e");
    drop(content -> content.putFiles(List.of(torrent.toFile())));
    open.until("the sentence", () -> open.text("#notice").contains("x.torrent"));
    System.out.println("a torrent is refused in a sentence");
  }

  /// The keys are with what was dragged from, not with the window.
  private void close() {
    open.onFx(
        () -> {
          open.window.shell().dialogs().close();
          return true;
        });
  }

  /// Something else on the screen that gives what is dragged.
  private Stage sourceStage() {
    source = new Label("drag me");
    source.setMinSize(160, 60);
    source.setOnDragDetected(
        event -> {
          Dragboard board = source.startDragAndDrop(TransferMode.COPY);
          ClipboardContent content = new ClipboardContent();
          dragged.accept(content);
          board.setContent(content);
          event.consume();
        });
    Stage stage = new Stage();
    stage.setScene(new Scene(source));
    stage.setX(1200);
    stage.setY(750);
    stage.show();
    return stage;
  }

  private void drop(Consumer<ClipboardContent> content) {
    dragged = content;
    Node target = robot.lookup("#downloads").query();
    robot.moveTo(source).press(MouseButton.PRIMARY).moveBy(12, 0).moveBy(12, 0);
    robot.moveTo(target).moveBy(6, 6).moveBy(-6, -6).release(MouseButton.PRIMARY);
  }

  private static OpenWindow opened(Stage stage, Path folder) {
    try {
      return new OpenWindow(stage, folder, () -> {}, DownloadsPerspective.ID);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
