package org.sluice.engine.lab;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http2.ErrorCode;
import org.jspecify.annotations.Nullable;

/// One stream of a client's, answered by the lab's routes: what they write as HTTP/1 goes out in
/// frames.
///
/// **Threads** the stream's own; what comes from the client is put in by the connection's.
final class Http2Reply extends OutputStream {
  private static final System.Logger LOG = System.getLogger(Http2Reply.class.getName());
  private static final Set<String> OF_HTTP1 =
      Set.of("connection", "keep-alive", "transfer-encoding", "upgrade", "proxy-connection");

  private final Http2Visitor visitor;
  private final int id;
  private final BodyPipe body;
  private final ByteArrayOutputStream head = new ByteArrayOutputStream();
  private final ChunkReader chunks = new ChunkReader();
  private long window;
  private boolean inBody;
  private boolean chunked;
  private boolean over;

  Http2Reply(Http2Visitor visitor, int id, long window) {
    this.visitor = visitor;
    this.id = id;
    this.window = window;
    body = new BodyPipe(n -> visitor.taken(id, n));
  }

  int id() {
    return id;
  }

  long window() {
    return window;
  }

  void moveWindow(long by) {
    window += by;
  }

  void bodyComes(byte[] bytes, boolean last) {
    body.put(bytes);
    if (last) {
      body.end();
    }
  }

  void bodyEnds() {
    body.end();
  }

  void gone() {
    body.end();
  }

  /// Has the routes answer, or the scenario of the path.
  void answer(LabServer lab, LabRequest request, Socket raw, Socket stream) {
    try {
      if (lab.tricks().plays(this, visitor, request)) {
        return;
      }
      boolean unknownLength =
          request.header("Transfer-Encoding").isPresent() && request.countOf("Content-Length") == 0;
      body.frameAsChunks(unknownLength);
      Http2Exchange connection = new Http2Exchange(lab, request, raw, stream, this);
      lab.routes()
          .answer(
              new Exchange(
                  lab,
                  connection,
                  request,
                  new RequestBody(request, new RequestInput(body)),
                  this));
      finish();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "a stream of the lab ended", e);
      breakOff(ErrorCode.INTERNAL_ERROR);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "a scenario of the lab failed", e);
      breakOff(ErrorCode.INTERNAL_ERROR);
    }
  }

  /// Breaks the stream off, if the connection still stands.
  void breakOff(ErrorCode code) {
    over = true;
    try {
      visitor.reset(this, code);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "the connection is gone already", e);
    }
  }

  void holdUntilGone() throws IOException {
    visitor.awaitEnd(this);
    over = true;
  }

  void closeConnection() throws IOException {
    over = true;
    visitor.close();
  }

  private void finish() throws IOException {
    if (!over) {
      over = true;
      List<String> trailers = chunks.trailers();
      if (trailers.isEmpty()) {
        visitor.data(this, new byte[0], 0, 0, true);
      } else {
        visitor.headers(this, fields(null, trailers), true);
      }
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int start, int length) throws IOException {
    int from = start;
    int end = start + length;
    while (!inBody && from < end) {
      head.write(bytes[from++]);
      if (headIsComplete()) {
        sendHead();
      }
    }
    if (from < end && inBody) {
      if (chunked) {
        byte[] plain = chunks.read(bytes, from, end - from);
        if (plain.length > 0) {
          visitor.data(this, plain, 0, plain.length, false);
        }
      } else {
        visitor.data(this, bytes, from, end - from, false);
      }
    }
  }

  private boolean headIsComplete() {
    byte[] all = head.toByteArray();
    int n = all.length;
    return n >= 4
        && all[n - 1] == '\n'
        && all[n - 2] == '\r'
        && all[n - 3] == '\n'
        && all[n - 4] == '\r';
  }

  private void sendHead() throws IOException {
    List<String> lines =
        new ArrayList<>(List.of(head.toString(StandardCharsets.ISO_8859_1).split("\r\n", -1)));
    head.reset();
    String status = lines.removeFirst().split(" ", 3)[1];
    chunked =
        lines.stream().anyMatch(l -> l.toLowerCase(Locale.ROOT).startsWith("transfer-encoding:"));
    inBody = !status.startsWith("1");
    visitor.headers(this, fields(status, lines), false);
  }

  private static HttpFields fields(@Nullable String status, List<String> lines) {
    HttpFields.Mutable fields = HttpFields.build();
    if (status != null) {
      fields.add(new HttpField(":status", status));
    }
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        if (!OF_HTTP1.contains(name)) {
          fields.add(new HttpField(name, line.substring(colon + 1).strip()));
        }
      }
    }
    return fields.asImmutable();
  }
}
