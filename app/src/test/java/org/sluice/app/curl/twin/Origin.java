package org.sluice.app.curl.twin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/// A server on loopback that keeps each request as it came and answers with the bytes of a [Site].
///
/// **Threads**: one for each connection.
final class Origin implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *(\\d+)");

  private final ServerSocket listener;
  private final Site site = new Site();
  private final List<String> requests = new ArrayList<>();
  private final ConcurrentLinkedQueue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private volatile boolean closed;

  Origin() throws IOException {
    this(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")));
  }

  /// Behind a listener of another kind.
  Origin(ServerSocket listener) throws IOException {
    this.listener = listener;
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /// All so far, one character for each byte, in the order they were complete.
  List<String> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  private void accept() {
    while (!closed) {
      try {
        Socket socket = listener.accept();
        sockets.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(20_000);
      InputStream in = socket.getInputStream();
      OutputStream out = socket.getOutputStream();
      boolean goesOn = true;
      while (goesOn) {
        String request = read(in, out);
        if (request.isEmpty()) {
          return;
        }
        synchronized (requests) {
          requests.add(request + shown(socket));
        }
        Site.Answer answer = site.answer(request, port());
        out.write(answer.text().getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        goesOn = !answer.close();
      }
      socket.shutdownOutput();
      in.readAllBytes();
    } catch (SocketException | SSLException | java.net.SocketTimeoutException e) {
      // the client is gone, or does not like our certificate
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// What the client has shown of itself; empty for nothing.
  private static String shown(Socket socket) {
    try {
      return socket instanceof SSLSocket tls
          ? "by " + tls.getSession().getPeerPrincipal() + "\n"
          : "";
    } catch (SSLPeerUnverifiedException e) {
      // It has shown no certificate.
      return "";
    }
  }

  /// One request with its body; empty if there is none.
  private static String read(InputStream in, OutputStream out) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean asked = false;
    while (true) {
      String text = bytes.toString(StandardCharsets.ISO_8859_1);
      int end = text.indexOf("\r\n\r\n");
      if (end >= 0) {
        String head = text.substring(0, end + 2);
        if (complete(text, head, end + 4)) {
          return text;
        }
        if (!asked && head.toLowerCase(Locale.ROOT).contains("\r\nexpect: 100")) {
          asked = true;
          out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
          out.flush();
        }
      }
      int b = in.read();
      if (b < 0) {
        return "";
      }
      bytes.write(b);
    }
  }

  private static boolean complete(String text, String head, int bodyStart) {
    if (head.toLowerCase(Locale.ROOT).contains("\r\ntransfer-encoding: chunked")) {
      return text.endsWith("0\r\n\r\n");
    }
    Matcher length = LENGTH.matcher(head);
    return !length.find() || text.length() - bodyStart >= Integer.parseInt(length.group(1));
  }

  @Override
  public void close() throws IOException {
    closed = true;
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
