package org.sluice.app.curl;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// A set of protocols as `--proto` says it: `=https`, `-all,+http`.
public record Protocols(Set<String> names) {
  public static final Protocols NONE = new Protocols(Set.of());

  /// What may be named; we speak two of them.
  private static final Set<String> KNOWN =
      Set.of(
          "dict", "file", "ftp", "ftps", "gopher", "gophers", "http", "https", "imap", "imaps",
          "ldap", "ldaps", "mqtt", "mqtts", "pop3", "pop3s", "rtsp", "scp", "sftp", "smb", "smbs",
          "smtp", "smtps", "telnet", "tftp", "ws", "wss");

  public static final Protocols ALL = new Protocols(KNOWN);
  public static final Protocols OF_REDIRECTS =
      new Protocols(Set.of("http", "https", "ftp", "ftps"));

  public Protocols {
    names = Set.copyOf(names);
  }

  /// @param before what is allowed where nothing is said
  /// @throws IllegalArgumentException if nothing is left, except where nothing was before
  public static Protocols parse(String text, Protocols before) {
    Set<String> allowed = new TreeSet<>(before.names);
    for (String word : text.toLowerCase(Locale.ROOT).split(",", -1)) {
      if (word.isEmpty()) {
        continue;
      }
      char sign = word.charAt(0);
      String name = "=+-".indexOf(sign) >= 0 ? word.substring(1) : word;
      Set<String> meant =
          name.equals("all") ? KNOWN : KNOWN.contains(name) ? Set.of(name) : Set.of();
      if (sign == '=') {
        allowed.clear();
      }
      if (sign == '-') {
        allowed.removeAll(meant);
      } else {
        allowed.addAll(meant);
      }
    }
    if (allowed.isEmpty() && !before.names.isEmpty()) {
      throw new IllegalArgumentException("is badly used here");
    }
    return new Protocols(allowed);
  }

  /// @throws UsageException if curl has no such protocol, or we do not
  static void known(String name) throws UsageException {
    if (!KNOWN.contains(name.toLowerCase(Locale.ROOT))) {
      throw new UsageException(
          UsageException.UNSUPPORTED,
          "option --proto-default: a specified protocol is unsupported by sluice curl");
    }
  }

  public boolean allows(String scheme) {
    return names.contains(scheme.toLowerCase(Locale.ROOT));
  }
}
