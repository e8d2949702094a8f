package org.sluice.engine.http1;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.http.ResponseSource;

/// Reads answers of HTTP/1 as curl does, for those who ask to: see
/// [org.sluice.engine.request.AnswerRules].
///
/// **Errors**: curl's codes. **Limits**: [Http1Limits#LAX]. **Source**: RFC 9112; HTTP/0.9 for what
/// has no head.
public final class LaxParser implements ResponseSource {
  private static final int INTERIM_MAX = 100;
  private static final String PREFIX = "HTTP/";

  private enum Part {
    HEAD,
    BODY,
    END
  }

  private final LaxReading reading;
  private Part part = Part.HEAD;
  private LaxHead lines;
  private LaxHead.Framing framing = LaxHead.Framing.NONE;
  private LaxChunks chunks;
  private final StringBuilder line = new StringBuilder(128);
  private boolean mayGoOn;
  private boolean skipsBlanks;
  private boolean started;
  private boolean orderly = true;
  private long left;
  private int interim;
  private @Nullable ResponseHead head;
  private @Nullable ByteBuffer body;

  public LaxParser(LaxReading reading) {
    this.reading = reading;
    lines = new LaxHead(reading);
    chunks = new LaxChunks(reading.limits());
  }

  @Override
  public Event next(ByteBuffer input) throws TransferException {
    skipInterim();
    if (body != null) {
      return Event.BODY;
    }
    return switch (part) {
      case HEAD -> readHead(input);
      case BODY -> readBody(input);
      case END -> Event.END;
    };
  }

  /// Behind an interim answer comes another one.
  private void skipInterim() throws TransferException {
    if (part != Part.END || head == null || !head.isInformational()) {
      return;
    }
    if (++interim > INTERIM_MAX) {
      throw new TransferException(
          TransferErrorCode.TOO_LARGE,
          "The server sent more than " + INTERIM_MAX + " interim responses (1xx)");
    }
    part = Part.HEAD;
    lines = new LaxHead(reading);
    head = null;
    started = false;
  }

  private Event readHead(ByteBuffer input) throws TransferException {
    while (input.hasRemaining()) {
      int c = input.get(input.position()) & 0xff;
      boolean blank = c == ' ' || c == '\t';
      if (mayGoOn) {
        mayGoOn = false;
        if (blank) {
          fold();
        } else {
          takeLine();
        }
      }
      if (skipsBlanks && blank) {
        input.get();
        continue;
      }
      if (skipsBlanks) {
        skipsBlanks = false;
        line.append(' ');
      }
      input.get();
      line.append((char) c);
      if (c == '\n') {
        if (lineEnds()) {
          return Event.HEAD;
        }
      } else if (lines.lines() == 0 && !beginsAsHttp()) {
        return oldest();
      } else if (line.length() > reading.limits().headerBytes()) {
        takeLine();
      }
    }
    return Event.MORE;
  }

  /// @return whether it was the line that ends the head
  private boolean lineEnds() throws TransferException {
    if (lines.lines() == 0) {
      takeLine();
      started = true;
      return false;
    }
    if (line.length() == 1 || (line.length() == 2 && line.charAt(0) == '\r')) {
      lines.end(line.toString());
      line.setLength(0);
      headEnds();
      return true;
    }
    mayGoOn = true;
    return false;
  }

  private void takeLine() throws TransferException {
    lines.take(line.toString());
    line.setLength(0);
  }

  /// The next line goes on with this one (RFC 9112, 5.2).
  private void fold() {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) <= ' ') {
      end--;
    }
    line.setLength(end);
    skipsBlanks = true;
    orderly = false;
  }

  private boolean beginsAsHttp() {
    int n = Math.min(line.length(), PREFIX.length());
    return PREFIX.startsWith(line.substring(0, n));
  }

  /// There is no head: everything is the body, if that is allowed and can be.
  private Event oldest() throws TransferException {
    if (reading.reused() || reading.headRequest() || interim > 0) {
      throw new TransferException(TransferErrorCode.WEIRD_SERVER_REPLY, "Invalid status line");
    }
    if (!reading.rules().allowHttp09()) {
      throw new TransferException(
          TransferErrorCode.UNSUPPORTED_PROTOCOL, "Received HTTP/0.9 when not allowed");
    }
    started = true;
    head = new ResponseHead(0, 9, 0, "", Headers.EMPTY, -1);
    framing = LaxHead.Framing.CONNECTION;
    part = Part.BODY;
    byte[] read = new byte[line.length()];
    for (int i = 0; i < read.length; i++) {
      read[i] = (byte) line.charAt(i);
    }
    body = ByteBuffer.wrap(read);
    line.setLength(0);
    return Event.HEAD;
  }

  private void headEnds() {
    ResponseHead done = lines.done();
    head = done;
    framing = lines.framing();
    left = lines.length();
    boolean empty =
        framing == LaxHead.Framing.NONE || (framing == LaxHead.Framing.LENGTH && left == 0);
    part = empty ? Part.END : Part.BODY;
  }

  private Event readBody(ByteBuffer input) throws TransferException {
    if (!input.hasRemaining()) {
      return Event.MORE;
    }
    int from = input.position();
    switch (framing) {
      case CONNECTION -> {
        body = input.slice(from, input.remaining());
        input.position(input.limit());
      }
      case LENGTH -> {
        int n = (int) Math.min(left, input.remaining());
        body = input.slice(from, n);
        input.position(from + n);
        left -= n;
        part = left == 0 ? Part.END : Part.BODY;
      }
      case CHUNKED -> {
        ByteBuffer piece = chunks.next(input);
        part = chunks.done() ? Part.END : Part.BODY;
        body = reading.decode().raw() ? input.slice(from, input.position() - from) : piece;
        if (body == null) {
          return part == Part.END ? Event.END : Event.MORE;
        }
      }
      case NONE -> throw new IllegalStateException("there is no body");
    }
    return Event.BODY;
  }

  @Override
  public Event eof() throws TransferException {
    skipInterim();
    if (mayGoOn) {
      mayGoOn = false;
      takeLine();
    }
    if (part == Part.HEAD && lines.length() > 0) {
      throw new TransferException(
          TransferErrorCode.PARTIAL_FILE,
          "end of response with " + lines.length() + " bytes missing");
    }
    boolean ends = part == Part.END || (part == Part.BODY && framing == LaxHead.Framing.CONNECTION);
    if (!ends) {
      return Event.EARLY_EOF;
    }
    part = Part.END;
    return Event.END;
  }

  @Override
  public ResponseHead head() {
    if (head == null) {
      throw new IllegalStateException("no head yet");
    }
    return head;
  }

  /// A line that went on in the next is one.
  @Override
  public String headText() {
    return lines.text();
  }

  @Override
  public String brokenHead() {
    return head == null ? lines.text() : "";
  }

  @Override
  public Headers trailers() {
    return chunks.trailers().isEmpty() || reading.decode().raw()
        ? Headers.EMPTY
        : new Headers(chunks.trailers());
  }

  @Override
  public ByteBuffer body() {
    ByteBuffer chunk = body;
    if (chunk == null) {
      throw new IllegalStateException("no body chunk here");
    }
    body = null;
    return chunk;
  }

  @Override
  public boolean started() {
    return started;
  }

  @Override
  public boolean endsWithConnection() {
    return part == Part.BODY && framing == LaxHead.Framing.CONNECTION;
  }

  @Override
  public boolean orderly() {
    return orderly && lines.orderly() && chunks.orderly();
  }
}
