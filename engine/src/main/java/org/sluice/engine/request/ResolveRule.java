package org.sluice.engine.request;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;

/// What is said beforehand of one name's addresses.
///
/// **Source**: `CURLOPT_RESOLVE`.
public sealed interface ResolveRule {
  /// Stands for every name.
  String ANY_HOST = "*";

  /// Stands for every port; only for rules made by a program.
  int ANY_PORT = 0;

  /// Most addresses that one rule may have.
  int MOST_ADDRESSES = 64;

  /// The name, in lower case, or [#ANY_HOST].
  String host();

  int port();

  /// These are its addresses.
  ///
  /// @param expires whether that is believed only as long as an answer from the network is
  record Add(String host, int port, List<InetAddress> addresses, boolean expires)
      implements ResolveRule {
    /// @throws IllegalArgumentException for none, or more than [#MOST_ADDRESSES]
    public Add {
      addresses = List.copyOf(addresses);
      host = host.toLowerCase(Locale.ROOT);
      if (addresses.isEmpty() || addresses.size() > MOST_ADDRESSES) {
        throw new IllegalArgumentException(
            "1 to " + MOST_ADDRESSES + " addresses, not " + addresses.size());
      }
    }
  }

  /// Forget what was known: the network is asked anew.
  record Remove(String host, int port) implements ResolveRule {
    public Remove {
      host = host.toLowerCase(Locale.ROOT);
    }
  }

  /// Reads `HOST:PORT:ADDRESS[,ADDRESS]…`, with `+` before it for one that expires, or
  /// `-HOST:PORT`.
  ///
  /// @throws TransferException SETOPT_OPTION_SYNTAX
  static ResolveRule parse(String text) throws TransferException {
    boolean remove = text.startsWith("-");
    boolean expires = text.startsWith("+");
    HostText rest = new HostText(remove || expires ? text.substring(1) : text);
    String host = rest.host();
    String port = remove ? rest.all() : rest.upToColon();
    int number = port == null ? -1 : HostText.port(port);
    if (host == null || host.isEmpty() || number < 1) {
      throw wrong(text);
    }
    if (remove) {
      return new Remove(host, number);
    }
    List<InetAddress> addresses = new ArrayList<>();
    for (String part : rest.all().split(",", -1)) {
      if (!part.isEmpty()) {
        addresses.add(address(text, part));
      }
    }
    if (addresses.isEmpty() || addresses.size() > MOST_ADDRESSES) {
      throw wrong(text);
    }
    return new Add(host, number, addresses, expires);
  }

  private static InetAddress address(String text, String part) throws TransferException {
    // Java reads 1.2.3 as 1.2.0.3, which nobody means.
    boolean short4 = part.indexOf(':') < 0 && part.chars().filter(c -> c == '.').count() != 3;
    boolean brackets = part.startsWith("[") && part.endsWith("]");
    try {
      if (short4) {
        throw new IllegalArgumentException("not four numbers");
      }
      return InetAddress.ofLiteral(brackets ? part.substring(1, part.length() - 1) : part);
    } catch (IllegalArgumentException e) {
      throw new TransferException(
          TransferErrorCode.SETOPT_OPTION_SYNTAX,
          "\"" + part + "\" in \"" + text + "\" is not an address",
          e);
    }
  }

  private static TransferException wrong(String text) {
    return new TransferException(
        TransferErrorCode.SETOPT_OPTION_SYNTAX,
        "\"" + text + "\" gives no addresses: it wants HOST:PORT:ADDRESS[,ADDRESS]");
  }
}
