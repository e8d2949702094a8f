package org.sluice.app.curl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All options of curl, read once from the table beside this class.
public final class OptionTable {
  private static final String FILE = "options.txt";
  private static final int COLUMNS = 8;
  private static final OptionTable TABLE = read();

  private final Map<String, CurlOption> byName = new LinkedHashMap<>();
  private final @Nullable CurlOption[] byLetter = new CurlOption[128];

  private OptionTable() {}

  /// The option of this name, or null. No name is ever cut short, as in curl since 8.10.
  public static @Nullable CurlOption named(String name) {
    return TABLE.byName.get(name);
  }

  /// The option of this letter, or null.
  public static @Nullable CurlOption lettered(char letter) {
    return letter < TABLE.byLetter.length ? TABLE.byLetter[letter] : null;
  }

  /// @throws IllegalArgumentException if curl has no such option
  public static CurlOption of(String name) {
    CurlOption found = named(name);
    if (found == null) {
      throw new IllegalArgumentException("curl has no option --" + name);
    }
    return found;
  }

  /// In the order of their names.
  public static Collection<CurlOption> all() {
    return TABLE.byName.values();
  }

  private static OptionTable read() {
    OptionTable table = new OptionTable();
    try (InputStream in = OptionTable.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines().filter(line -> !line.startsWith("#")).forEach(line -> table.add(option(line)));
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(CurlOption option) {
    byName.put(option.name(), option);
    if (option.letter() != 0) {
      byLetter[option.letter()] = option;
    }
  }

  private static CurlOption option(String line) {
    String[] cells = line.split("\\|", COLUMNS);
    if (cells.length != COLUMNS) {
      throw new IllegalStateException("not a line of options: " + line);
    }
    return new CurlOption(
        cells[0],
        cells[1].isEmpty() ? 0 : cells[1].charAt(0),
        OptionKind.valueOf(cells[2].toUpperCase(Locale.ROOT).replace('-', '_')),
        cells[3].equals("all"),
        support(cells[4]),
        OptionGroup.valueOf(cells[5].toUpperCase(Locale.ROOT)),
        cells[6],
        cells[7]);
  }

  private static Support support(String sign) {
    return switch (sign) {
      case "+" -> Support.FULL;
      case "=" -> Support.WITHOUT_EFFECT;
      case "-" -> Support.NONE;
      default -> throw new IllegalStateException("not a sign of support: " + sign);
    };
  }
}
