package org.sluice.engine.lab;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// A client that shows the wire as it is: text out, bytes and heads in.
final class Wire implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  private final URI uri;
  private final Socket socket;
  private final InputStream in;

  private Wire(URI uri, Socket socket) throws IOException {
    this.uri = uri;
    this.socket = socket;
    this.in = socket.getInputStream();
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  static Wire to(URI uri) throws IOException {
    return new Wire(uri, new Socket(uri.getHost(), uri.getPort()));
  }

  /// Over TLS, with the host name checked as HTTPS does.
  static Wire to(URI uri, SSLContext context, String... protocols) throws IOException {
    SSLSocketFactory factory = context.getSocketFactory();
    SSLSocket secure = (SSLSocket) factory.createSocket(uri.getHost(), uri.getPort());
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    if (protocols.length > 0) {
      parameters.setProtocols(protocols);
    }
    secure.setSSLParameters(parameters);
    try {
      secure.startHandshake();
    } catch (IOException e) {
      secure.close();
      throw e;
    }
    return new Wire(uri, secure);
  }

  /// The whole answer to one GET on a connection of its own.
  static Reply get(URI uri, String... fields) throws IOException {
    try (Wire wire = to(uri)) {
      return wire.request("GET", fields);
    }
  }

  Reply request(String method, String... fields) throws IOException {
    sendRequest(method, target(), fields);
    return reply(method);
  }

  void sendRequest(String method, String target, String... fields) throws IOException {
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: lab\r\n");
    for (String field : fields) {
      head.append(field).append("\r\n");
    }
    send(head.append("\r\n").toString());
  }

  private String target() {
    return uri.getRawQuery() == null
        ? uri.getRawPath()
        : uri.getRawPath() + "?" + uri.getRawQuery();
  }

  void send(String latin1) throws IOException {
    socket.getOutputStream().write(latin1.getBytes(StandardCharsets.ISO_8859_1));
  }

  Socket socket() {
    return socket;
  }

  int read() throws IOException {
    return in.read();
  }

  byte[] read(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException("only " + bytes.length + " of " + count + " bytes");
    }
    return bytes;
  }

  byte[] readAll() throws IOException {
    return in.readAllBytes();
  }

  String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int sign;
    while ((sign = in.read()) != '\n') {
      if (sign < 0) {
        throw new EOFException("the line has no end: " + line);
      }
      line.write(sign);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  /// A head without its empty line.
  Head head() throws IOException {
    List<String> lines = new ArrayList<>();
    String line;
    while (!(line = line()).isEmpty()) {
      lines.add(line);
    }
    return new Head(lines.removeFirst(), lines);
  }

  Reply reply(String method) throws IOException {
    Head head = head();
    boolean none = method.equals("HEAD") || head.status() == 204 || head.status() == 304;
    if (none) {
      return new Reply(head, new byte[0]);
    }
    String length = head.field("Content-Length");
    return new Reply(head, length == null ? readAll() : read(Integer.parseInt(length)));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  record Head(String start, List<String> lines) {
    int status() {
      return Integer.parseInt(start.substring(9, 12));
    }

    String field(String name) {
      List<String> all = fields(name);
      return all.isEmpty() ? null : all.getFirst();
    }

    List<String> fields(String name) {
      return lines.stream()
          .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .map(line -> line.substring(name.length() + 1).strip())
          .toList();
    }
  }

  record Reply(Head head, byte[] body) {
    int status() {
      return head.status();
    }

    String field(String name) {
      return head.field(name);
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }
}
