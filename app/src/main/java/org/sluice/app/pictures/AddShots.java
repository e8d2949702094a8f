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
              open(url(LabOrigin.SILENT, "/small"));
              seen(".probe-asking");
            }),
        Shot.of("add-ready", () -> ready(url(LabOrigin.HTTPS, "/bytes/37m"))),
        Shot.of("add-no-resume", () -> ready(url(LabOrigin.HTTP, "/no-ranges"))),
        Shot.of(
            "add-error",
            () -> {
              open(url(LabOrigin.HTTP, "/404"));
              seen("#probe-problem");
            }),
        Shot.of(
            "add-several",
            () -> {
              open(
                  url(LabOrigin.HTTP, "/bytes/")
                      + "{500k,2m,64m}\n"
                      + url(LabOrigin.HTTP, "/name-utf8")
                      + "\n"
                      + url(LabOrigin.HTTP, "/404"));
              seen("#links");
              director.settle(); // their servers are asked
            }),
        Shot.of(
            "add-curl",
            () ->
                ready(
                    "curl '" + url(LabOrigin.HTTP, "/10m") + "' -H 'Accept-Language: en' -u lab")),
        Shot.of(
            "add-bad",
            () -> {
              open("magnet:?xt=urn:btih:c12fe1c06bba254a9dc9f519b335aa7c1367a88a");
              seen("#add-complaint");
            }),
        Shot.of(
            "add-headers",
            () -> {
              ready(url(LabOrigin.HTTPS, "/auth/basic")); // which opens the fields by itself
              seen("#user");
            }),
        Shot.of("add-taken", this::taken));
  }

  /// Over a list with downloads.
  List<Shot> overList() {
    return List.of(
        Shot.of(
            "add-duplicate",
            () -> {
              open(url(LabOrigin.HTTP, "/100k"));
              seen("#add-duplicate");
            }));
  }

  private void taken() throws NotReached, InterruptedException {
    try {
      Path folder = Files.createDirectories(studio.downloads());
      Files.writeString(folder.resolve("10m"), "in the way");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ready(url(LabOrigin.HTTP, "/10m"));
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
