package org.sluice.app.preferences;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads and writes [Preferences] as a file that a person can read and mend: a line `key = value`
/// for each setting, exactly as the value is, with nothing to escape. Lines that begin with `#` say
/// what the settings are; one before a key means that it is as at first.
///
/// **Errors**: of a file in which something makes no sense, all that does is taken; the file as it
/// was is kept beside it as `….broken`, and [Loaded#problems] says what was passed over. Keys that
/// are not known, perhaps those of a later Sluice, are kept. Writing goes to a neighbour that is
/// then renamed, so that no crash leaves half a file. **Limits**: [#MOST_BYTES].
public final class PreferencesFile {
  static final long MOST_BYTES = 1 << 20;

  private static final String NAME = "preferences.txt";
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final Map<String, Setting<?>> BY_KEY =
      AllSettings.ALL.stream().collect(Collectors.toMap(Setting::key, Function.identity()));

  private final Path file;
  private Map<String, String> unknown = Map.of();

  /// What was read.
  ///
  /// @param problems a sentence for each thing that makes no sense
  /// @param setAside where the file as it was is kept; null if it makes sense or is not there
  public record Loaded(Preferences preferences, List<String> problems, @Nullable Path setAside) {
    public Loaded {
      problems = List.copyOf(problems);
    }
  }

  public PreferencesFile(Path configFolder) {
    file = configFolder.resolve(NAME);
  }

  public Path path() {
    return file;
  }

  /// Reads the file; what holds at first if there is none.
  public Loaded load() throws IOException {
    if (!Files.exists(file)) {
      return new Loaded(Preferences.INITIAL, List.of(), null);
    }
    List<String> problems = new ArrayList<>();
    Preferences read = Preferences.INITIAL;
    Map<String, String> others = new TreeMap<>();
    int number = 0;
    for (String line : lines(problems)) {
      number++;
      String text = line.strip();
      int equals = text.indexOf('=');
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      if (equals <= 0) {
        problems.add("Line " + number + " is no setting: " + text);
        continue;
      }
      String key = text.substring(0, equals).strip();
      String value = text.substring(equals + 1).strip();
      Setting<?> setting = BY_KEY.get(key);
      if (setting == null) {
        others.put(key, value);
        continue;
      }
      try {
        read = set(read, setting, value);
      } catch (IllegalArgumentException e) {
        problems.add("Line " + number + ", " + key + ": " + e.getMessage());
      }
    }
    unknown = others;
    return new Loaded(read, problems, problems.isEmpty() ? null : setAside());
  }

  private List<String> lines(List<String> problems) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      problems.add("It is larger than " + MOST_BYTES + " bytes");
      return List.of();
    }
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      problems.add("It is not written in UTF-8");
      return List.of();
    }
  }

  private static <T> Preferences set(Preferences before, Setting<T> setting, String value) {
    return before.with(setting, setting.kind().read(value));
  }

  private Path setAside() throws IOException {
    Path aside = file.resolveSibling(NAME + ".broken");
    return Files.copy(
        file, aside, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
  }

  /// Writes the file and the folders above it.
  public void save(Preferences preferences) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path fresh = file.resolveSibling(NAME + ".new");
    Files.deleteIfExists(fresh);
    if (Files.getFileStore(folder == null ? Path.of("") : folder)
        .supportsFileAttributeView("posix")) {
      Files.createFile(fresh, OWNER_ONLY); // the address of a proxy may have a password in it
    }
    Files.write(fresh, format(preferences));
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private List<String> format(Preferences preferences) {
    List<String> lines = new ArrayList<>();
    lines.add("# Sluice: preferences. A line with # before it is as at first.");
    Section section = null;
    for (Setting<?> setting : AllSettings.ALL) {
      if (setting.section() != section) {
        section = setting.section();
        lines.add("");
      }
      lines.add((preferences.isInitial(setting) ? "# " : "") + line(preferences, setting));
    }
    if (!unknown.isEmpty()) {
      lines.add("");
      lines.add("# Not known to this Sluice.");
      unknown.forEach((key, value) -> lines.add(key + " = " + value));
    }
    return lines;
  }

  private static <T> String line(Preferences preferences, Setting<T> setting) {
    return setting.key() + " = " + setting.kind().write(preferences.get(setting));
  }
}
