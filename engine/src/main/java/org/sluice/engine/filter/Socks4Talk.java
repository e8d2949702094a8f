package org.sluice.engine.filter;

import java.io.ByteArrayOutputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sluice.engine.dns.Resolver;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.request.ProxyServer;

/// SOCKS4 and SOCKS4a: one request, one reply of eight bytes.
///
/// **Limits**: a user name and a host name of 255 bytes each. **Source**: "SOCKS: A protocol for TCP
/// proxy across firewalls" and "SOCKS 4A: A Simple Extension to SOCKS 4 Protocol".
final class Socks4Talk implements SocksTalk {
  private static final int REPLY_BYTES = 8;
  private static final int MOST_BYTES = 255;
  private static final int GRANTED = 90;

  private final ProxyServer proxy;
  private final String target;
  private ByteBuffer output;
  private boolean done;

  /// @param far addresses of the server; empty to let the proxy look the name up
  Socks4Talk(ProxyServer proxy, String host, int port, List<InetAddress> far)
      throws TransferException {
    this.proxy = proxy;
    target = host + " port " + port;
    InetAddress literal = Resolver.isAddress(host) ? SocksTarget.literal(proxy, host) : null;
    List<InetAddress> known = literal == null ? far : List.of(literal);
    byte[] user = SocksTarget.name(proxy);
    ByteArrayOutputStream out = new ByteArrayOutputStream(32);
    out.write(4);
    out.write(1);
    out.write(port >> 8);
    out.write(port);
    out.writeBytes(known.isEmpty() ? new byte[] {0, 0, 0, 1} : address(known));
    out.writeBytes(text(user, "user name"));
    if (known.isEmpty()) {
      out.writeBytes(text(host.getBytes(StandardCharsets.US_ASCII), "host name"));
    }
    output = ByteBuffer.wrap(out.toByteArray());
  }

  private byte[] address(List<InetAddress> known) throws TransferException {
    for (InetAddress address : known) {
      if (address instanceof Inet4Address) {
        return address.getAddress();
      }
    }
    throw new TransferException(
        TransferErrorCode.PROXY, "SOCKS4 knows IPv4 only, and " + target + " has no such address");
  }

  private static byte[] text(byte[] bytes, String what) throws TransferException {
    if (bytes.length > MOST_BYTES) {
      throw new TransferException(
          TransferErrorCode.PROXY, "The " + what + " is too long for SOCKS4");
    }
    byte[] ended = new byte[bytes.length + 1];
    System.arraycopy(bytes, 0, ended, 0, bytes.length);
    return ended;
  }

  @Override
  public ByteBuffer output() {
    return output;
  }

  @Override
  public int needs() {
    return done ? 0 : REPLY_BYTES;
  }

  @Override
  public void take(byte[] reply) throws TransferException {
    if (reply[0] != 0) {
      throw new TransferException(
          TransferErrorCode.PROXY, proxy + " does not answer as a SOCKS4 proxy");
    }
    int code = reply[1] & 0xff;
    if (code != GRANTED) {
      throw new TransferException(
          TransferErrorCode.PROXY, proxy + " does not connect to " + target + ": " + words(code));
    }
    done = true;
    output = ByteBuffer.allocate(0);
  }

  private static String words(int code) {
    return switch (code) {
      case 91 -> "refused or failed";
      case 92 -> "it cannot reach the identd of this machine";
      case 93 -> "identd of this machine names another user";
      default -> "reason " + code + ", which SOCKS4 does not have";
    };
  }
}
