package org.sluice.app.preferences;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sluice.engine.request.TrustedCertificate;

/// What values a setting may have, and how they are written in the file.
///
/// **Errors**: `read` refuses what is no value with an [IllegalArgumentException] whose message is a
/// sentence for a person.
public sealed interface SettingKind<T> {
  T read(String text);

  /// What a user types, who is told at once if it cannot be: also what is there now is looked at.
  default T typed(String text) {
    return read(text);
  }

  String write(T value);

  /// On or off.
  record Flag() implements SettingKind<Boolean> {
    @Override
    public Boolean read(String text) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "yes", "true", "on" -> true;
        case "no", "false", "off" -> false;
        default -> throw new IllegalArgumentException("\"" + text + "\" is neither yes nor no");
      };
    }

    @Override
    public String write(Boolean value) {
      return value ? "yes" : "no";
    }
  }

  /// A whole number.
  record Whole(int least, int most) implements SettingKind<Integer> {
    @Override
    public Integer read(String text) {
      try {
        return checked(Integer.parseInt(text));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("\"" + text + "\" is no whole number", e);
      }
    }

    @Override
    public String write(Integer value) {
      return checked(value).toString();
    }

    private Integer checked(Integer value) {
      if (value < least || value > most) {
        throw new IllegalArgumentException(value + " is not from " + least + " to " + most);
      }
      return value;
    }
  }

  /// One of some words: the names of an enum, written with hyphens.
  record Choice<E extends Enum<E>>(Class<E> type) implements SettingKind<E> {
    @Override
    public E read(String text) {
      for (E value : type.getEnumConstants()) {
        if (write(value).equalsIgnoreCase(text)) {
          return value;
        }
      }
      throw new IllegalArgumentException("\"" + text + "\" is none of " + words());
    }

    @Override
    public String write(E value) {
      return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<String> words() {
      return List.of(type.getEnumConstants()).stream().map(this::write).toList();
    }
  }

  /// A time, written in seconds.
  ///
  /// @param offered those that a list of choices shows
  record Time(Duration least, Duration most, List<Duration> offered)
      implements SettingKind<Duration> {
    public Time {
      offered = List.copyOf(offered);
    }

    @Override
    public Duration read(String text) {
      String number = text.endsWith("s") ? text.substring(0, text.length() - 1).strip() : text;
      try {
        return checked(Duration.ofSeconds(Long.parseLong(number)));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("\"" + text + "\" is no number of seconds", e);
      }
    }

    @Override
    public String write(Duration value) {
      return checked(value).toSeconds() + " s";
    }

    private Duration checked(Duration value) {
      if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
        throw new IllegalArgumentException(
            value.toSeconds() + " s is not from " + least.toSeconds() + " to " + most.toSeconds());
      }
      return value;
    }
  }

  /// A folder of this computer, or a file with authorities in PEM, absolute. A setting may go without
  /// a file: then it is empty.
  ///
  /// @param folder whether it is a folder
  record Place(boolean folder) implements SettingKind<String> {
    private static final int MOST_BYTES = 4 << 20;

    @Override
    public String read(String text) {
      if (folder && text.isEmpty()) {
        throw new IllegalArgumentException(PreferencesWords.text("place.needed"));
      }
      try {
        if (text.isEmpty() || Path.of(text).isAbsolute()) {
          return text;
        }
      } catch (InvalidPathException e) {
        throw new IllegalArgumentException("\"" + text + "\" is no path: " + e.getReason(), e);
      }
      throw new IllegalArgumentException("\"" + text + "\" is not an absolute path");
    }

    @Override
    public String typed(String text) {
      String read = read(text);
      Path place = Path.of(read);
      if (folder && Files.exists(place) && !Files.isDirectory(place)) {
        throw new IllegalArgumentException(PreferencesWords.text("place.is-file", read));
      }
      if (!folder && !read.isEmpty()) {
        checkAuthorities(place);
      }
      return read;
    }

    /// Else nothing could be downloaded any more by TLS, and nobody would know why.
    private static void checkAuthorities(Path file) {
      if (!Files.isRegularFile(file)) {
        throw new IllegalArgumentException(PreferencesWords.text("place.no-file", file.toString()));
      }
      try (InputStream in = Files.newInputStream(file)) {
        String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1);
        if (!text.contains("CERTIFICATE-----")) {
          throw new IllegalArgumentException(
              PreferencesWords.text("place.no-authority", file.toString()));
        }
      } catch (IOException e) {
        throw new IllegalArgumentException(e.toString(), e);
      }
    }

    @Override
    public String write(String value) {
      return read(value);
    }
  }

  /// Certificates that are accepted for one server each, whatever is wrong with them.
  record Trusted() implements SettingKind<List<TrustedCertificate>> {
    private static final Pattern ONE =
        Pattern.compile("(\\S+):([0-9]{1,5}) sha256:([0-9a-fA-F:]+)");

    @Override
    public List<TrustedCertificate> read(String text) {
      List<TrustedCertificate> all = new ArrayList<>();
      for (String part : text.split(",", -1)) {
        if (!part.isBlank()) {
          Matcher one = ONE.matcher(part.strip());
          if (!one.matches()) {
            throw new IllegalArgumentException(
                "\"" + part.strip() + "\" is not written like example.org:443 sha256:…");
          }
          all.add(
              new TrustedCertificate(one.group(1), Integer.parseInt(one.group(2)), one.group(3)));
        }
      }
      return List.copyOf(all);
    }

    @Override
    public String write(List<TrustedCertificate> value) {
      return value.stream()
          .map(one -> one.host() + ":" + one.port() + " sha256:" + one.sha256())
          .collect(Collectors.joining(", "));
    }
  }

  /// Which files go where, by sort.
  record Categories() implements SettingKind<CategoryRules> {
    @Override
    public CategoryRules read(String text) {
      return CategoryRules.parse(text);
    }

    @Override
    public String write(CategoryRules value) {
      return value.text();
    }
  }

  /// Words with rules of their own.
  ///
  /// @param check gives the text as it is kept, or refuses it
  record Text(UnaryOperator<String> check) implements SettingKind<String> {
    @Override
    public String read(String text) {
      if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
        throw new IllegalArgumentException("it must be one line");
      }
      return check.apply(text);
    }

    @Override
    public String write(String value) {
      return read(value);
    }
  }
}
