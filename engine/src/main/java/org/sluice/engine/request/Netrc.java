package org.sluice.engine.request;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.Credentials;

/// Names and passwords by host, as a `.netrc` file has them.
///
/// Words are parted by white space; a word in quotes may have any in it. A line that starts with
/// `#` is a comment. `macdef` and all behind it up to an empty line is passed over, as is any word
/// that is not known.
///
/// **Errors**: [IllegalArgumentException] for a quote without an end, or what is over a limit.
/// **Limits**: [#MOST_BYTES], [#MOST_WORD_CHARS]. **Source**: curl's `.netrc` documentation.
///
/// @param entries in the order of the file; the first that fits counts
/// @param overUrl whether it wins over a password in the URL (`CURL_NETRC_REQUIRED`, `curl -n`); a
///   name in the URL then says whose password is looked for
public record Netrc(List<Entry> entries, boolean overUrl) {
  public static final int MOST_BYTES = 128 * 1024;
  public static final int MOST_WORD_CHARS = 4_096;

  /// One place.
  ///
  /// @param machine host name; null for the `default` that fits every host
  /// @param login null if none is said: the password is for any
  /// @param password null if none is said
  public record Entry(@Nullable String machine, @Nullable String login, @Nullable String password) {
    /// Says no secret.
    @Override
    public String toString() {
      return machine == null ? "default" : "machine " + machine;
    }
  }

  public Netrc {
    entries = List.copyOf(entries);
  }

  /// Asked only for what the URL does not say (`CURL_NETRC_OPTIONAL`).
  public Netrc(List<Entry> entries) {
    this(entries, false);
  }

  public Netrc withOverUrl(boolean value) {
    return new Netrc(entries, value);
  }

  /// Reads a file.
  ///
  /// @throws IOException if it cannot be read or understood; says nothing of what is in it
  public static Netrc read(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException(file + " is larger than " + MOST_BYTES + " bytes");
    }
    try {
      return parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " is no netrc file: " + e.getMessage(), e);
    }
  }

  /// Whether others than its owner may read the file, which holds passwords: worth a warning. False
  /// where the system has no such permissions.
  public static boolean isOpenToOthers(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null) {
      return false;
    }
    return view.readAttributes().permissions().stream()
        .anyMatch(
            p ->
                p == PosixFilePermission.GROUP_READ
                    || p == PosixFilePermission.OTHERS_READ
                    || p == PosixFilePermission.GROUP_WRITE
                    || p == PosixFilePermission.OTHERS_WRITE);
  }

  public static Netrc parse(String text) {
    return new NetrcParser(text).parse();
  }

  /// What is known for a host.
  ///
  /// @param login the name that is wanted; null for any
  /// @param exact take no `default`
  public Optional<Credentials> find(String host, @Nullable String login, boolean exact) {
    for (Entry entry : entries) {
      boolean fits =
          entry.machine == null
              ? !exact
              : entry.machine.toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
      if (fits) {
        Credentials found = credentials(entry, login);
        if (found != null) {
          return Optional.of(found);
        }
      }
    }
    return Optional.empty();
  }

  private static @Nullable Credentials credentials(Entry entry, @Nullable String login) {
    String name = entry.login;
    String password = entry.password;
    if (login != null) {
      return password != null && (name == null || name.equals(login))
          ? new Credentials(login, password)
          : null;
    }
    if (name == null && password == null) {
      return null;
    }
    return new Credentials(name == null ? "" : name, password == null ? "" : password);
  }
}
