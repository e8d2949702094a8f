package org.sluice.engine.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/// The other end of the benchmark, in a process of its own, so that each end has its own limit of
/// open files: answers every request with a head that promises a body, and sends 64 bytes of it to
/// the connection of `/active` for each byte on its standard input.
public final class IdlePeer {
  private static final byte[] HEAD =
      "HTTP/1.1 200 OK\r\nContent-Length: 1000000000000\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private static volatile SocketChannel active;

  private IdlePeer() {}

  public static void main(String[] args) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4096);
    server.configureBlocking(false);
    Selector selector = Selector.open();
    server.register(selector, SelectionKey.OP_ACCEPT);
    System.out.println(((InetSocketAddress) server.getLocalAddress()).getPort());
    System.out.flush();
    Thread.ofPlatform().daemon(true).start(IdlePeer::send);
    ByteBuffer in = ByteBuffer.allocate(4096);
    while (true) {
      selector.select(key -> serve(key, selector, in));
    }
  }

  private static void serve(SelectionKey key, Selector selector, ByteBuffer in) {
    try {
      if (key.channel() instanceof ServerSocketChannel server) {
        SocketChannel accepted = server.accept();
        accepted.configureBlocking(false);
        accepted.register(selector, SelectionKey.OP_READ);
      } else if (key.channel() instanceof SocketChannel socket) {
        int n = socket.read(in.clear());
        if (n < 0) {
          socket.close();
        } else if (n > 0) {
          socket.write(ByteBuffer.wrap(HEAD));
          String request = new String(in.array(), 0, n, StandardCharsets.US_ASCII);
          if (request.startsWith("GET /active")) {
            active = socket;
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Ends the process when the benchmark does.
  private static void send() {
    ByteBuffer bytes = ByteBuffer.allocate(64);
    InputStream commands = System.in;
    try {
      while (commands.read() >= 0) {
        active.write(bytes.clear());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().halt(0);
  }
}
