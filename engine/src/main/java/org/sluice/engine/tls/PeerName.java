package org.sluice.engine.tls;

import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.StandardConstants;

/// The name that is sent to a server in the clear, any name of ASCII letters: Java's own class
/// refuses an underscore, and hosts with one exist.
final class PeerName extends SNIServerName {
  private PeerName(String host) {
    super(StandardConstants.SNI_HOST_NAME, host.getBytes(StandardCharsets.US_ASCII));
  }

  /// RFC 6066, 3: addresses are never sent, and no dot at the end.
  static List<SNIServerName> of(String host) {
    boolean address =
        host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    return address ? List.of() : List.of(new PeerName(host));
  }
}
