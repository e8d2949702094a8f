package org.sluice.app.curl.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.sluice.app.curl.Operation;

/// The files beside the body: heads (`-D`), the ETag (`--etag-save`, `--etag-compare`), folders.
final class SideFiles {
  private final Place place;
  private final Operation operation;
  private final Messages messages;

  SideFiles(Place place, Operation operation, Messages messages) {
    this.place = place;
    this.operation = operation;
    this.messages = messages;
  }

  /// Where heads are written to; null for nowhere.
  ///
  /// @param first whether what was in the file is from before
  @Nullable OutputStream heads(boolean first) {
    String name = operation.text("dump-header");
    if (name == null) {
      return null;
    }
    if (name.equals("-")) {
      return place.out();
    }
    if (name.equals("%")) {
      return messages.stream();
    }
    folders(name);
    try {
      return Files.newOutputStream(
          place.path(name),
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE,
          first ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new JobException(ExitCodes.WRITE_ERROR, "Failed to open " + name);
    }
  }

  boolean headsAreShared() {
    String name = operation.text("dump-header", "-");
    return name.equals("-") || name.equals("%");
  }

  /// What to say in If-None-Match; null for nothing.
  @Nullable String etagToCompare() {
    String name = operation.text("etag-compare");
    if (name == null) {
      return null;
    }
    try {
      String text = Files.readString(place.path(name), StandardCharsets.ISO_8859_1);
      String etag = text.replaceAll("[\\r\\n\\x00]", "");
      return etag.isEmpty() ? "\"\"" : etag;
    } catch (NoSuchFileException e) {
      messages.warning("Failed to open " + name + ": No such file or directory");
      return "\"\"";
    } catch (IOException e) {
      messages.warning("Failed to open " + name + ": " + e.getMessage());
      return "\"\"";
    }
  }

  /// Makes the file for the ETag, so that what cannot be kept is known before the request.
  ///
  /// @return false if it cannot be made
  boolean prepareEtag() {
    String name = operation.text("etag-save");
    if (name == null || name.equals("-")) {
      return true;
    }
    if (operation.isOn("create-dirs")) {
      folders(name);
    }
    try {
      Path path = place.path(name);
      if (!Files.exists(path)) {
        Files.createFile(path);
      }
      return true;
    } catch (IOException e) {
      messages.warning(
          "Failed creating file for saving etags: \"" + name + "\". Skip this transfer");
      return false;
    }
  }

  void saveEtag(String etag) throws IOException {
    String name = operation.text("etag-save");
    if (name == null || etag.isBlank()) {
      return;
    }
    ByteBuffer line = ByteBuffer.wrap((etag.strip() + "\n").getBytes(StandardCharsets.ISO_8859_1));
    if (name.equals("-")) {
      Channels.newChannel(place.out()).write(line);
    } else {
      Files.write(place.path(name), line.array());
    }
  }

  /// Makes the folders that a file needs, if `--create-dirs` wants that.
  void folders(String name) {
    Path parent = place.path(name).getParent();
    if (!operation.isOn("create-dirs") || parent == null) {
      return;
    }
    try {
      Files.createDirectories(parent);
    } catch (IOException e) {
      throw new JobException(ExitCodes.WRITE_ERROR, "Failed to create the folder of " + name);
    }
  }
}
