package org.sluice.engine.http1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpVersion;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.http.ResponseSource;

/// Bytes of one HTTP/1 response in, events out: a pull face on Jetty's `HttpParser`.
///
/// Feed [#next] until it says MORE; each HEAD and BODY is to be fetched before the next call. Body
/// chunks are slices of the buffer that was given.
///
/// **Errors**: [TransferException] WEIRD_SERVER_REPLY, UNSUPPORTED_PROTOCOL (no HTTP at all) or
/// TOO_LARGE. **Limits**: [Http1Limits].
public final class ResponseParser implements ResponseSource {
  /// Responses 1xx before the real one that are taken.
  private static final int INTERIM_MAX = 100;

  private static final HttpCompliance CONNECT_RULES =
      HttpCompliance.RFC7230.with(
          "CONNECT", HttpCompliance.Violation.TRANSFER_ENCODING_WITH_CONTENT_LENGTH);

  private static final ByteBuffer EMPTY = ByteBuffer.allocate(0);

  static {
    // Jetty reports a bad response with that response's own status, and its exception asserts that
    // the status is one of an error: with assertions on, a bad server would stop the whole loop.
    HttpParser.class
        .getClassLoader()
        .setClassAssertionStatus("org.eclipse.jetty.http.HttpException", false);
  }

  private final Http1Limits limits;
  private final boolean headRequest;
  private final Handler handler = new Handler();
  private final HttpParser parser;

  private int interim;
  private int minorVersion;
  private int status;
  private String reason = "";
  private final ByteArrayOutputStream text = new ByteArrayOutputStream(512);
  private List<Headers.Field> fields = new ArrayList<>();
  private final List<Headers.Field> trailers = new ArrayList<>();
  private boolean raw;
  private boolean started;
  private boolean headReady;
  private boolean complete;
  private boolean earlyEof;
  private boolean eofSeen;
  private @Nullable ByteBuffer body;
  private @Nullable ResponseHead head;
  private @Nullable TransferException failure;

  public ResponseParser(Http1Limits limits, boolean headRequest) {
    this(limits, headRequest, HttpCompliance.RFC7230);
  }

  /// One whose body chunks are the bytes of the wire, those of the framing too.
  public static ResponseParser ofRaw(Http1Limits limits, boolean headRequest) {
    ResponseParser made = new ResponseParser(limits, headRequest);
    made.raw = true;
    return made;
  }

  private ResponseParser(Http1Limits limits, boolean headRequest, HttpCompliance rules) {
    this.limits = limits;
    this.headRequest = headRequest;
    parser = new HttpParser(handler, limits.headerBytes(), rules);
    parser.setHeadResponse(headRequest);
  }

  /// For the answer to CONNECT, where a length that is said twice must not matter (RFC 9110,
  /// 9.3.6). Whoever reads a body all the same must not keep the connection if both are there.
  public static ResponseParser ofConnect(Http1Limits limits) {
    return new ResponseParser(limits, false, CONNECT_RULES);
  }

  /// Whether any byte of a status line was understood.
  @Override
  public boolean started() {
    return started;
  }

  /// Goes on to the next event in `input`.
  @Override
  public Event next(ByteBuffer input) throws TransferException {
    while (true) {
      if (!complete) {
        parse(input);
      }
      if (failure != null) {
        throw failure;
      }
      if (headReady) {
        headReady = false;
        return Event.HEAD;
      }
      if (body != null) {
        return Event.BODY;
      }
      if (complete) {
        if (head != null && head.isInformational()) {
          if (++interim > INTERIM_MAX) {
            throw new TransferException(
                TransferErrorCode.TOO_LARGE,
                "The server sent more than " + INTERIM_MAX + " interim responses (1xx)");
          }
          startOver();
          continue;
        }
        return Event.END;
      }
      if (earlyEof) {
        return Event.EARLY_EOF;
      }
      if (!input.hasRemaining()) {
        return Event.MORE;
      }
    }
  }

  /// The connection has ended: END if that ends the body, EARLY_EOF if not.
  @Override
  public Event eof() throws TransferException {
    eofSeen = true;
    parser.atEOF();
    Event event = next(EMPTY);
    return event == Event.MORE ? Event.EARLY_EOF : event;
  }

  /// Lets the parser go on, and keeps the bytes of a head, or of trailers, as they came.
  private void parse(ByteBuffer input) {
    boolean inHead = head == null;
    int from = input.position();
    int limit = input.limit();
    parser.parseNext(input);
    if (raw && !inHead && input.position() > from) {
      body = input.slice(from, input.position() - from);
    }
    // A bad head makes Jetty clear the buffer: its position is before ours then.
    if (inHead && input.position() > from && text.size() <= limits.headerBytes()) {
      int n = Math.min(input.position() - from, limits.headerBytes());
      byte[] bytes = new byte[n];
      input.limit(limit).get(from, bytes);
      text.write(bytes, 0, n);
    }
  }

  /// The last HEAD event's head as it came, one character for each byte.
  @Override
  public String headText() {
    return text.toString(StandardCharsets.ISO_8859_1);
  }

  /// The fields that came behind the body.
  @Override
  public Headers trailers() {
    return trailers.isEmpty() ? Headers.EMPTY : new Headers(trailers);
  }

  /// The head of the last HEAD event.
  @Override
  public ResponseHead head() {
    if (head == null) {
      throw new IllegalStateException("no head yet");
    }
    return head;
  }

  /// The chunk of the last BODY event; taken, so that the parser can go on.
  @Override
  public ByteBuffer body() {
    ByteBuffer chunk = body;
    if (chunk == null) {
      throw new IllegalStateException("no body chunk here");
    }
    body = null;
    return chunk;
  }

  /// Whether the body has no end of its own but that of the connection.
  @Override
  public boolean endsWithConnection() {
    return !complete && parser.isState(HttpParser.State.EOF_CONTENT);
  }

  private void startOver() {
    parser.reset();
    parser.setHeadResponse(headRequest);
    complete = false;
    head = null;
    text.reset();
    fields = new ArrayList<>();
  }

  private final class Handler implements HttpParser.ResponseHandler {
    @Override
    public void startResponse(HttpVersion version, int code, String text) {
      started = true;
      minorVersion = version == HttpVersion.HTTP_1_0 ? 0 : 1;
      status = code;
      reason = text == null ? "" : text;
    }

    @Override
    public void parsedHeader(HttpField field) {
      take(field, fields);
    }

    @Override
    public void parsedTrailer(HttpField field) {
      take(field, trailers);
    }

    private void take(HttpField field, List<Headers.Field> into) {
      if (into.size() >= limits.headerCount()) {
        fail(
            TransferErrorCode.TOO_LARGE,
            "The response has more than " + limits.headerCount() + " header lines");
        return;
      }
      String value = field.getValue();
      try {
        into.add(new Headers.Field(field.getName(), value == null ? "" : value));
      } catch (IllegalArgumentException e) {
        fail(
            TransferErrorCode.WEIRD_SERVER_REPLY,
            "The response has a bad header: " + e.getMessage());
      }
    }

    @Override
    public boolean headerComplete() {
      head =
          new ResponseHead(
              minorVersion, status, reason, new Headers(fields), parser.getContentLength());
      headReady = true;
      return true;
    }

    @Override
    public boolean content(ByteBuffer chunk) {
      body = raw ? null : chunk;
      return true;
    }

    @Override
    public boolean contentComplete() {
      return false;
    }

    @Override
    public boolean messageComplete() {
      complete = true;
      return true;
    }

    @Override
    public void earlyEOF() {
      if (eofSeen) {
        earlyEof = true;
      } else {
        // Jetty's word for a bad body too, while the connection is in the best of health.
        fail(TransferErrorCode.WEIRD_SERVER_REPLY, "The body breaks the rules of HTTP/1");
      }
    }

    @Override
    public void badMessage(HttpException e) {
      if (eofSeen && started && head == null) {
        earlyEof = true;
        return;
      }
      // For a response the code is that of its status line; only the words tell what is wrong.
      if (e.getReason() != null && e.getReason().contains("Too Large")) {
        fail(
            TransferErrorCode.TOO_LARGE,
            "The response head is larger than " + limits.headerBytes() + " bytes");
      } else if (!started) {
        fail(TransferErrorCode.UNSUPPORTED_PROTOCOL, "The server did not answer in HTTP/1");
      } else {
        fail(
            TransferErrorCode.WEIRD_SERVER_REPLY,
            "The response breaks the rules of HTTP/1: " + e.getReason());
      }
    }

    private void fail(TransferErrorCode code, String sentence) {
      if (failure == null) {
        failure = new TransferException(code, sentence);
      }
    }
  }
}
