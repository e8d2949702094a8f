package org.sluice.engine.golden;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// A server on loopback that keeps each request's head and answers with bytes that a test has made
/// up.
///
/// **Threads**: one for each connection.
final class ScriptedOrigin implements AutoCloseable {
  /// What is said to one request.
  interface Script {
    /// @param head of the request, up to its empty line
    /// @param connection 1 for the first
    /// @return one character for each byte; empty to close instead
    String answer(String head, int connection);
  }

  private final ServerSocket listener;
  private final Script script;
  private final List<String> heads = new ArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final ConcurrentLinkedQueue<Socket> sockets = new ConcurrentLinkedQueue<>();

  ScriptedOrigin(Script script) throws IOException {
    this.script = script;
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  String url(String path) {
    return "http://127.0.0.1:" + listener.getLocalPort() + path;
  }

  int connections() {
    return connections.get();
  }

  /// All so far, in the order they came.
  List<String> heads() {
    synchronized (heads) {
      return List.copyOf(heads);
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        sockets.add(socket);
        int number = connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(socket, number));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket socket, int number) {
    try (socket) {
      String head = head(socket.getInputStream());
      while (!head.isEmpty()) {
        synchronized (heads) {
          heads.add(head);
        }
        String answer = script.answer(head, number);
        if (answer.isEmpty()) {
          return;
        }
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        head = head(socket.getInputStream());
      }
    } catch (SocketException e) {
      // the client is gone, or the test is over
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// Up to the empty line; a body with a length is read and left out. Empty at the end.
  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (true) {
      int b = in.read();
      if (b < 0) {
        return "";
      }
      bytes.write(b);
      String text = bytes.toString(StandardCharsets.ISO_8859_1);
      if (text.endsWith("\r\n\r\n")) {
        var length = java.util.regex.Pattern.compile("Content-Length: (\\d+)").matcher(text);
        if (length.find()) {
          in.readNBytes(Integer.parseInt(length.group(1)));
        }
        return text;
      }
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
