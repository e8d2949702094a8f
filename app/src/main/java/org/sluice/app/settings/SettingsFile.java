package org.sluice.app.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sluice.app.settings.Settings.View;
import org.sluice.app.settings.Settings.WindowPlace;

/// Reads and writes [Settings] as a properties file that a person can read and mend.
///
/// **Errors**: a file that cannot be understood is renamed to `….broken` and the start goes on with
/// the initial settings; [Loaded#notice] says so. Writing goes to a neighbour that is then renamed,
/// so that no crash leaves half a file.
public final class SettingsFile {
  private static final String VIEW = "view.";

  private final Path file;

  /// What was read.
  ///
  /// @param setAside where a broken file was put; null if it was fine or missing
  public record Loaded(Settings settings, @Nullable Path setAside) {}

  public SettingsFile(Path configFolder) {
    this.file = configFolder.resolve("window.properties");
  }

  public Path path() {
    return file;
  }

  /// Reads the file; the initial settings if there is none.
  public Loaded load() throws IOException {
    if (!Files.exists(file)) {
      return new Loaded(Settings.INITIAL, null);
    }
    try (Reader reader = Files.newBufferedReader(file)) {
      var properties = new Properties();
      properties.load(reader);
      return new Loaded(parse(properties), null);
    } catch (IllegalArgumentException | MalformedInputException broken) {
      Path aside = file.resolveSibling(file.getFileName() + ".broken");
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      return new Loaded(Settings.INITIAL, aside);
    }
  }

  /// Writes the file and the folders above it.
  public void save(Settings settings) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (Writer writer = Files.newBufferedWriter(fresh)) {
      format(settings).store(writer, "Sluice: what the window remembers");
    }
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private Settings parse(Properties from) {
    return new Settings(place(from), view(from));
  }

  private static @Nullable WindowPlace place(Properties from) {
    if (from.getProperty("window.width") == null) {
      return null;
    }
    return new WindowPlace(
        number(from, "window.x", 0),
        number(from, "window.y", 0),
        number(from, "window.width", 0),
        number(from, "window.height", 0),
        Boolean.parseBoolean(from.getProperty("window.maximized")));
  }

  private static View view(Properties from) {
    Map<String, String> memory = new HashMap<>();
    for (String key : from.stringPropertyNames()) {
      if (key.startsWith(VIEW)) {
        memory.put(key.substring(VIEW.length()), from.getProperty(key));
      }
    }
    return new View(from.getProperty("shown", ""), memory);
  }

  private static double number(Properties from, String key, double otherwise) {
    String value = from.getProperty(key);
    return value == null ? otherwise : Double.parseDouble(value);
  }

  private static Properties format(Settings settings) {
    var to = new Properties();
    WindowPlace place = settings.place();
    if (place != null) {
      to.setProperty("window.x", Double.toString(place.x()));
      to.setProperty("window.y", Double.toString(place.y()));
      to.setProperty("window.width", Double.toString(place.width()));
      to.setProperty("window.height", Double.toString(place.height()));
      to.setProperty("window.maximized", Boolean.toString(place.maximized()));
    }
    if (!settings.view().shown().isEmpty()) {
      to.setProperty("shown", settings.view().shown());
    }
    settings.view().memory().forEach((key, value) -> to.setProperty(VIEW + key, value));
    return to;
  }
}
