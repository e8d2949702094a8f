package org.sluice.engine.lab;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A connection to one of the lab's SOCKS proxies, the good and the bad.
///
/// What was asked for stands in the request log, with `SOCKS4`, `SOCKS4A` or `SOCKS5` as its method
/// and `host:port` as it was sent as its target.
///
/// **Limits** names have at most 255 bytes. **Source** RFC 1928, RFC 1929, and the papers on SOCKS4
/// and SOCKS4a.
final class SocksConnection {
  private static final int NAME_MAX = 255;

  private final LabServer lab;
  private final LabOrigin door;
  private final long number;
  private final Socket raw;
  private final DataInputStream in;
  private final OutputStream out;

  SocksConnection(LabServer lab, LabOrigin door, long number, Socket raw) throws IOException {
    this.lab = lab;
    this.door = door;
    this.number = number;
    this.raw = raw;
    in = new DataInputStream(raw.getInputStream());
    out = raw.getOutputStream();
  }

  void serve() throws IOException {
    int version = in.readUnsignedByte();
    if (door == LabOrigin.SOCKS_HANGING) {
      in.transferTo(OutputStream.nullOutputStream());
    } else if (door == LabOrigin.SOCKS_GARBAGE) {
      out.write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      in.transferTo(OutputStream.nullOutputStream());
    } else if (version == 4) {
      serve4();
    } else if (version == 5) {
      serve5();
    }
  }

  private void serve4() throws IOException {
    int command = in.readUnsignedByte();
    int port = in.readUnsignedShort();
    byte[] address = in.readNBytes(4);
    String user = text();
    boolean named = address[0] == 0 && address[1] == 0 && address[2] == 0 && address[3] != 0;
    String host = named ? text() : InetAddress.getByAddress(address).getHostAddress();
    record(named ? "SOCKS4A" : "SOCKS4", host, port, user);
    if (door == LabOrigin.SOCKS_HANGUP) {
      return;
    }
    boolean known = door != LabOrigin.SOCKS_PASSWORD || user.equals(LabSecrets.USER);
    if (!known || command != 1 || door == LabOrigin.SOCKS_REFUSING) {
      out.write(new byte[] {0, (byte) (known ? 91 : 93), 0, 0, 0, 0, 0, 0});
      return;
    }
    connect(host, port, new byte[] {0, 90, 0, 0, 0, 0, 0, 0}, new byte[] {0, 91, 0, 0, 0, 0, 0, 0});
  }

  private void serve5() throws IOException {
    byte[] methods = in.readNBytes(in.readUnsignedByte());
    int wanted = door == LabOrigin.SOCKS_PASSWORD ? 2 : 0;
    boolean offered = false;
    for (byte method : methods) {
      offered |= method == wanted;
    }
    out.write(new byte[] {5, (byte) (offered ? wanted : 0xff)});
    String user = "";
    if (!offered) {
      return;
    }
    if (wanted == 2) {
      in.readUnsignedByte();
      user = new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
      String password = new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
      boolean right = user.equals(LabSecrets.USER) && password.equals(LabSecrets.PASSWORD);
      out.write(new byte[] {1, (byte) (right ? 0 : 1)});
      if (!right) {
        return;
      }
    }
    request5(user);
  }

  private void request5(String user) throws IOException {
    in.skipNBytes(1);
    int command = in.readUnsignedByte();
    in.skipNBytes(1);
    int kind = in.readUnsignedByte();
    String host =
        switch (kind) {
          case 1 -> InetAddress.getByAddress(in.readNBytes(4)).getHostAddress();
          case 3 -> new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.ISO_8859_1);
          case 4 -> Inet6Address.getByAddress(in.readNBytes(16)).getHostAddress();
          default -> "";
        };
    int port = in.readUnsignedShort();
    record("SOCKS5", host, port, user);
    if (door == LabOrigin.SOCKS_HANGUP) {
      return;
    }
    if (door == LabOrigin.SOCKS_REFUSING) {
      out.write(reply5(2));
      return;
    }
    if (command != 1 || host.isEmpty()) {
      out.write(reply5(command == 1 ? 8 : 7));
      return;
    }
    if (Tunnels.addressOf(host) == null) {
      out.write(reply5(4));
      return;
    }
    connect(host, port, bound5(kind), reply5(5));
  }

  private static byte[] reply5(int code) {
    return new byte[] {5, (byte) code, 0, 1, 0, 0, 0, 0, 0, 0};
  }

  /// Success, with an address of the same kind as was asked for, so that each is seen once.
  private static byte[] bound5(int kind) {
    return switch (kind) {
      case 3 -> new byte[] {5, 0, 0, 3, 3, 'l', 'a', 'b', 0, 80};
      case 4 -> new byte[] {5, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 80};
      default -> reply5(0);
    };
  }

  private void connect(String host, int port, byte[] granted, byte[] failed) throws IOException {
    Socket server;
    try {
      if (!lab.tunnels().isOpenBySocks(host, port)) {
        throw new IOException("the lab's proxies lead to the lab only");
      }
      server = lab.tunnels().connect(host, port);
    } catch (IOException e) {
      out.write(failed);
      return;
    }
    out.write(granted);
    lab.tunnels().pass(raw, in, server);
  }

  private void record(String method, String host, int port, String user) {
    String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    List<LabRequest.Field> fields =
        user.isEmpty() ? List.of() : List.of(new LabRequest.Field("User", user));
    lab.record(new LabRequest(number, door, method, name + ":" + port, "", fields));
  }

  private String text() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int c = in.readUnsignedByte(); c != 0; c = in.readUnsignedByte()) {
      if (text.length() == NAME_MAX) {
        throw new IOException("a name is too long");
      }
      text.append((char) c);
    }
    return text.toString();
  }
}
