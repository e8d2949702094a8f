package org.sluice.engine.filter;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.dns.Resolver;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Credentials;
import org.sluice.engine.request.ProxyServer;

/// SOCKS5: ways to say who we are, perhaps name and password, then the target.
///
/// **Limits**: name, password and host name of 255 bytes each. **Source**: RFC 1928; RFC 1929.
final class Socks5Talk implements SocksTalk {
  /// What the next bytes of the proxy are.
  private enum Step {
    METHOD,
    LOGIN,
    REPLY,
    /// The first byte of a name, its length.
    BOUND_NAME,
    /// The address that the proxy connects from, and its port: of no use.
    BOUND_REST,
    DONE
  }

  private static final int VERSION = 5;
  private static final int ANYBODY = 0;
  private static final int BY_PASSWORD = 2;
  private static final int MOST_BYTES = 255;
  private static final int PORT_BYTES = 2;

  private final ProxyServer proxy;
  private final String host;
  private final int port;
  private final byte[] target;
  private final @Nullable Credentials user;
  private Step step = Step.METHOD;
  private ByteBuffer output;
  private int needs = 2;

  /// @param far addresses of the server; empty to let the proxy look the name up
  Socks5Talk(ProxyServer proxy, String host, int port, List<InetAddress> far)
      throws TransferException {
    this.proxy = proxy;
    this.host = host;
    this.port = port;
    user = proxy.auth().credentials();
    target = target(far);
    output =
        ByteBuffer.wrap(
            user == null
                ? new byte[] {VERSION, 1, ANYBODY}
                : new byte[] {VERSION, 2, ANYBODY, BY_PASSWORD});
  }

  private byte[] target(List<InetAddress> far) throws TransferException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(32);
    if (Resolver.isAddress(host) || !far.isEmpty()) {
      byte[] address =
          (far.isEmpty() ? SocksTarget.literal(proxy, host) : far.getFirst()).getAddress();
      out.write(address.length == 4 ? 1 : 4);
      out.writeBytes(address);
    } else {
      out.write(3);
      out.writeBytes(counted(host.getBytes(StandardCharsets.US_ASCII), "host name"));
    }
    out.write(port >> 8);
    out.write(port);
    return out.toByteArray();
  }

  private static byte[] counted(byte[] bytes, String what) throws TransferException {
    if (bytes.length > MOST_BYTES) {
      throw new TransferException(
          TransferErrorCode.PROXY, "The " + what + " is too long for SOCKS5");
    }
    byte[] all = new byte[bytes.length + 1];
    all[0] = (byte) bytes.length;
    System.arraycopy(bytes, 0, all, 1, bytes.length);
    return all;
  }

  @Override
  public ByteBuffer output() {
    return output;
  }

  @Override
  public int needs() {
    return needs;
  }

  @Override
  public void take(byte[] reply) throws TransferException {
    switch (step) {
      case METHOD -> method(reply);
      case LOGIN -> login(reply);
      case REPLY -> reply(reply);
      case BOUND_NAME -> next(Step.BOUND_REST, (reply[0] & 0xff) + PORT_BYTES);
      case BOUND_REST -> next(Step.DONE, 0);
      case DONE -> throw new IllegalStateException("it has connected already");
    }
  }

  private void method(byte[] reply) throws TransferException {
    if (reply[0] != VERSION) {
      throw noSocks();
    }
    int method = reply[1] & 0xff;
    if (method == ANYBODY) {
      request();
    } else if (method == BY_PASSWORD && user != null) {
      ByteArrayOutputStream out = new ByteArrayOutputStream(32);
      out.write(1);
      out.writeBytes(counted(SocksTarget.name(proxy), "name"));
      out.writeBytes(counted(user.password().getBytes(StandardCharsets.UTF_8), "password"));
      output = ByteBuffer.wrap(out.toByteArray());
      next(Step.LOGIN, 2);
    } else if (method == 0xff) {
      throw failed(
          user == null ? "wants a name and password" : "takes none of our ways to say who we are");
    } else {
      throw failed("wants to know who we are in a way that was not offered (" + method + ")");
    }
  }

  private void login(byte[] reply) throws TransferException {
    if (reply[1] != 0) {
      throw failed("refused the name and password");
    }
    request();
  }

  private void request() {
    output = ByteBuffer.allocate(3 + target.length);
    output.put(new byte[] {VERSION, 1, 0}).put(target).flip();
    next(Step.REPLY, 4);
  }

  /// The first four bytes of the reply: what follows depends on the kind of the address in it.
  private void reply(byte[] reply) throws TransferException {
    if (reply[0] != VERSION) {
      throw noSocks();
    }
    int code = reply[1] & 0xff;
    if (code != 0) {
      throw failed("does not connect to " + host + " port " + port + ": " + words(code));
    }
    switch (reply[3]) {
      case 1 -> next(Step.BOUND_REST, 4 + PORT_BYTES);
      case 3 -> next(Step.BOUND_NAME, 1);
      case 4 -> next(Step.BOUND_REST, 16 + PORT_BYTES);
      default -> throw noSocks();
    }
  }

  private void next(Step then, int bytes) {
    step = then;
    needs = bytes;
  }

  private TransferException noSocks() {
    return new TransferException(
        TransferErrorCode.PROXY, proxy + " does not answer as a SOCKS5 proxy");
  }

  private TransferException failed(String what) {
    return new TransferException(TransferErrorCode.PROXY, proxy + " " + what);
  }

  /// RFC 1928, 6.
  private static String words(int code) {
    return switch (code) {
      case 1 -> "general failure";
      case 2 -> "its rules forbid it";
      case 3 -> "network unreachable";
      case 4 -> "host unreachable";
      case 5 -> "connection refused";
      case 6 -> "it took too long (TTL expired)";
      case 7 -> "it has no such command";
      case 8 -> "it has no such kind of address";
      default -> "reason " + code + ", which SOCKS5 does not have";
    };
  }
}
