package org.sluice.app.pictures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sluice.engine.lab.LabOrigin;

/// The dialog by which downloads are added, in all its states.
record AddShots(Studio studio, Director director) {
  /// Over an empty list.
  List<Shot> all() {
    return List.of(
        Shot.of("add-empty", () -> open("")),
        Shot.of(
            "add-probing",
            () -> {
              open(url(LabOrigin.SILENT, "/nightly-build-20261122.tar.zst"));
              seen(".probe-asking");
            }),
        Shot.of(
            "add-ready",
            () -> ready(url(LabOrigin.HTTPS, "/files/debian-13.2.0-amd64-netinst.iso?size=748m"))),
        Shot.of("add-no-resume", () -> ready(url(LabOrigin.HTTP, "/no-ranges"))),
        Shot.of(
            "add-error",
            () -> {
              open(url(LabOrigin.HTTP, "/old/debian-12.0.0-amd64-netinst.iso"));
              seen("#probe-problem");
            }),
        Shot.of(
            "add-several",
            () -> {
              open(
                  url(LabOrigin.HTTP, "/files/")
                      + "lecture-{01,02,03}.mp4?size=64m\n"
                      + url(LabOrigin.HTTP, "/name-utf8")
                      + "\n"
                      + url(LabOrigin.HTTP, "/old/debian-12.0.0-amd64-netinst.iso"));
              seen("#links");
              director.settle(); // their servers are asked
            }),
        Shot.of(
            "add-curl",
            () ->
                ready(
                    "curl '"
                        + url(LabOrigin.HTTP, "/files/kernel-handbook.pdf?size=10m")
                        + "' -H 'Accept-Language: en' -u lab")),
        Shot.of(
            "add-bad",
            () -> {
              open("magnet:?xt=urn:btih:c12fe1c06bba254a9dc9f519b335aa7c1367a88a");
              seen("#add-complaint");
            }),
        Shot.of(
            "add-headers",
            () -> {
              open(url(LabOrigin.HTTPS, "/auth/basic"));
              seen("#user"); // it opens by itself where a server wants a name
              director.type("#add-name", "quarterly-report.pdf");
              director.type("#header-name", "Accept-Language");
              director.type("#header-value", "en");
              director.press("#header-add");
              director.type("#user", "lab");
              director.type("#password", "not the right one");
            }),
        Shot.of("add-taken", this::taken));
  }

  /// Over a list with downloads.
  List<Shot> overList() {
    return List.of(
        Shot.of(
            "add-duplicate",
            () -> {
              open(url(LabOrigin.HTTP, Scenery.DONE_PATH));
              seen("#add-duplicate");
            }));
  }

  private void taken() throws NotReached, InterruptedException {
    try {
      var list = studio.workbench().downloads();
      Path folder =
          director.ask(
              () -> list.folderFor(list.categoriesProperty().get().of(Scenery.DONE, null)));
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(Scenery.DONE), "in the way");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ready(url(LabOrigin.HTTP, Scenery.DONE_PATH));
    seen("#add-taken");
  }

  private void ready(String text) throws NotReached, InterruptedException {
    open(text);
    director.until(
        "an answer of the server",
        () -> director.seen("#probe-name").isPresent() && director.seen(".probe-asking").isEmpty());
  }

  private void open(String text) throws NotReached, InterruptedException {
    director.show("downloads");
    director.run("downloads.add");
    director.type("#add-text", text);
  }

  private void seen(String selector) throws NotReached, InterruptedException {
    director.until(selector, () -> director.seen(selector).isPresent());
  }

  private String url(LabOrigin origin, String path) {
    return studio.lab().uri(origin, path).toString();
  }
}
