package org.sluice.engine.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.cookie.CookieJar;
import org.sluice.engine.decode.Unpacking;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.ByteRange;
import org.sluice.engine.http.ContentRange;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.LastModified;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.http.ResponseSource;
import org.sluice.engine.http1.Http1Limits;
import org.sluice.engine.http1.LaxParser;
import org.sluice.engine.http1.LaxReading;
import org.sluice.engine.http1.ResponseParser;
import org.sluice.engine.request.BodySink;
import org.sluice.engine.request.BodySource;
import org.sluice.engine.request.HeadKind;
import org.sluice.engine.request.TimeCondition;
import org.sluice.engine.request.TransferOptions;

/// One response on its way in: parsed, judged, and its body handed to the sink.
///
/// **Threads**: confined to the thread of its multi.
final class Response {
  /// What a portion of input led to.
  enum Progress {
    /// More input is needed.
    MORE,
    /// The sink wants a pause; [#resume] goes on.
    PAUSED,
    /// The response is complete.
    END
  }

  /// A body that nobody wants, of a redirect or a refusal, that is read to its end to save the connection; a longer one is not.
  private static final long DRAIN_BYTES = 64 * 1024;

  /// A rest of a body that nobody wants, that is sent to save the connection; a longer one is not.
  private static final long LITTLE_BYTES = 2_000;

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final TransferOptions options;
  private final BodySink sink;
  private final Hops hops;
  private final Upload upload;
  private final ResponseSource parser;
  private final boolean reused;
  private boolean misdirected;
  private @Nullable ResponseHead head;
  private boolean handsOver = true;
  private @Nullable ByteBuffer heldChunk;
  private @Nullable ByteBuffer heldInput;
  private long delivered;
  private long ignored;
  private boolean ended;
  private boolean endedByClose;
  private boolean bytesBehind;
  private boolean sentNothing;
  private boolean tooOld;
  private long taken;
  private @Nullable Unpacking unpacking;

  /// @param upload the body of the request that it answers
  /// @param parser where the answer comes from
  /// @param reused whether the connection has carried an answer before
  Response(
      TransferOptions options,
      BodySink sink,
      Hops hops,
      Upload upload,
      ResponseSource parser,
      boolean reused) {
    this.options = options;
    this.sink = sink;
    this.hops = hops;
    this.upload = upload;
    this.parser = parser;
    this.reused = reused;
  }

  /// One that has an HTTP/1 connection to itself.
  ///
  /// @param reused whether the connection has carried an answer before
  static Response ofHttp1(
      TransferOptions options, BodySink sink, Hops hops, Upload upload, boolean reused) {
    return new Response(
        options, sink, hops, upload, http1(options, hops.method().isHead(), reused), reused);
  }

  private static ResponseSource http1(TransferOptions options, boolean head, boolean reused) {
    if (options.answers().lax()) {
      return new LaxParser(new LaxReading(options.answers(), options.decode(), head, reused));
    }
    return options.decode().raw()
        ? ResponseParser.ofRaw(Http1Limits.DEFAULT, head)
        : new ResponseParser(Http1Limits.DEFAULT, head);
  }

  /// The head of the final response; null before it came.
  @Nullable ResponseHead head() {
    return head;
  }

  /// Bytes of body given to the sink.
  long delivered() {
    return delivered;
  }

  boolean ended() {
    return ended;
  }

  /// Whether bytes wait here that the sink has not taken.
  boolean holdsInput() {
    return heldChunk != null || heldInput != null;
  }

  /// Whether the body of an answer that is not the last is so long that the connection is better given up.
  boolean tooMuchToDrain() {
    return !handsOver
        && !ended
        && (tooOld
            || ignored > DRAIN_BYTES
            || (head != null && head.contentLength() > DRAIN_BYTES)
            || parser.endsWithConnection());
  }

  /// Takes what has been received.
  Progress take(ByteBuffer input) throws TransferException {
    while (true) {
      switch (next(input)) {
        case MORE -> {
          return Progress.MORE;
        }
        case HEAD -> judge(parser.head());
        case BODY -> {
          if (!body(parser.body(), input)) {
            return Progress.PAUSED;
          }
        }
        case END -> {
          endOfBody();
          ended = true;
          bytesBehind = input.hasRemaining();
          trailers();
          return Progress.END;
        }
        case EARLY_EOF -> throw early();
      }
    }
  }

  private ResponseSource.Event next(ByteBuffer input) throws TransferException {
    try {
      return parser.next(input);
    } catch (TransferException e) {
      tellRest();
      throw e;
    }
  }

  /// A head that broke off: as much of it as there is.
  private void tellRest() throws TransferException {
    String text = parser.brokenHead();
    if (!text.isEmpty()) {
      try {
        sink.brokenHead(text);
      } catch (IOException | RuntimeException e) {
        throw writeError(e);
      }
    }
  }

  /// Gives the sink what it did not take, and goes on with what came behind it.
  Progress resume() throws TransferException {
    ByteBuffer chunk = heldChunk;
    if (chunk != null) {
      if (!deliver(chunk)) {
        return Progress.PAUSED;
      }
      heldChunk = null;
      if (unpacking != null && !unpack(unpacking, NOTHING)) {
        return Progress.PAUSED;
      }
    }
    ByteBuffer rest = heldInput;
    heldInput = null;
    // Even with nothing behind it: the chunk may have been the last, and no byte comes after that.
    return take(rest == null ? NOTHING : rest);
  }

  /// The connection has ended.
  void eof() throws TransferException {
    ResponseSource.Event event;
    try {
      event = parser.eof();
    } catch (TransferException e) {
      tellRest();
      throw e;
    }
    if (event != ResponseSource.Event.END) {
      tellRest();
      throw early();
    }
    endOfBody();
    ended = true;
    endedByClose = true;
  }

  /// Whether another request may follow on the same connection (RFC 9112, 9.3).
  boolean keepsConnection() {
    ResponseHead last = head;
    if (!ended || last == null || endedByClose || bytesBehind || !parser.orderly()) {
      return false;
    }
    // A server that was asked, and said no, waits for no body (RFC 9110, 10.1.1).
    if (upload.stopped() && !(sentNothing && !handsOver)) {
      return false;
    }
    // Whoever says two lengths may have put another answer between them (RFC 9112, 6.3).
    if (last.headers().has("Transfer-Encoding") && last.headers().has("Content-Length")) {
      return false;
    }
    return !last.headers().hasToken("Connection", "close")
        && (last.minorVersion() > 0 || last.headers().hasToken("Connection", "keep-alive"));
  }

  private void judge(ResponseHead found) throws TransferException {
    if (found.isInformational()) {
      tell(HeadKind.INTERIM, found);
      interim(found.status());
      return;
    }
    head = found;
    cookies(found);
    NextStep next = hops.judge(found);
    if (found.status() == 417 && upload.unfinished() && upload.expects()) {
      next = hops.withoutExpect();
    }
    if (found.status() == 421 && mayMove()) {
      next = hops.elsewhere();
      misdirected = true;
    }
    tell(kind(next), found);
    if (next instanceof NextStep.Refuse(TransferErrorCode code, String reason)) {
      throw new TransferException(code, reason);
    }
    handsOver = next instanceof NextStep.Deliver;
    settleUpload(found.status());
    if (!handsOver) {
      return;
    }
    if (options.failOnError() && found.status() >= 400) {
      throw new TransferException(
          TransferErrorCode.HTTP_RETURNED_ERROR,
          ("The server answered " + found.status() + " " + found.reason()).strip());
    }
    checkRange(found);
    if (isTooOld(found)) {
      tooOld = true;
      handsOver = false;
      return;
    }
    try {
      sink.head(found);
    } catch (IOException | RuntimeException e) {
      throw writeError(e);
    }
  }

  /// Whether another connection might lead to another answer; curl leaves that to its user.
  private boolean mayMove() {
    return reused && !options.answers().lax() && upload.repeatable();
  }

  /// Whether the answer was 421, and is to be had on another connection.
  boolean misdirected() {
    return misdirected;
  }

  private void cookies(ResponseHead found) {
    CookieJar jar = options.cookies().jar();
    List<String> set = found.headers().all("Set-Cookie");
    if (jar != null && !set.isEmpty()) {
      jar.store(hops.cookieScope(), set);
    }
  }

  /// A server that knows nothing of conditions sends everything; what is not wanted is left there.
  private boolean isTooOld(ResponseHead found) {
    TimeCondition condition = options.condition().time();
    return condition != null
        && options.range() == null
        && found.status() / 100 == 2
        && LastModified.of(found).map(time -> !condition.isMetBy(time)).orElse(false);
  }

  /// Whether the answer does not fulfil the condition of the options.
  boolean unmet() {
    return tooOld;
  }

  private void interim(int status) throws TransferException {
    if (status == 101) {
      throw new TransferException(
          TransferErrorCode.WEIRD_SERVER_REPLY, "The server switched protocols unasked (101)");
    }
    if (status == 100) {
      upload.goOn();
    }
  }

  private static HeadKind kind(NextStep next) {
    return switch (next) {
      case NextStep.Deliver deliver -> HeadKind.FINAL;
      case NextStep.Refuse refuse -> HeadKind.FINAL;
      case NextStep.Again again -> HeadKind.AGAIN;
      case NextStep.Follow follow -> HeadKind.REDIRECT;
    };
  }

  private void tell(HeadKind kind, ResponseHead found) throws TransferException {
    try {
      sink.received(kind, found, parser.headText());
    } catch (IOException | RuntimeException e) {
      throw writeError(e);
    }
  }

  private void trailers() throws TransferException {
    Headers trailers = parser.trailers();
    if (!trailers.fields().isEmpty() && handsOver) {
      try {
        sink.trailers(trailers);
      } catch (IOException | RuntimeException e) {
        throw writeError(e);
      }
    }
  }

  /// The answer is there before all of the body is sent: goes on where the server may want it,
  /// stops where nobody does.
  private void settleUpload(int status) {
    if (!upload.unfinished()) {
      return;
    }
    if (status < 300 || (handsOver && options.upload().keepsSendingOnError())) {
      upload.goOn();
      return;
    }
    long left = upload.remaining();
    boolean little = left != BodySource.UNKNOWN && left < LITTLE_BYTES && !upload.waits();
    if (handsOver || !little) {
      sentNothing = upload.waits();
      upload.stop();
    }
  }

  /// Bytes from another place must never be taken for the part that was asked for.
  private void checkRange(ResponseHead found) throws TransferException {
    ByteRange range = options.range();
    if (range == null) {
      return;
    }
    if (found.status() == 200 && range.first() > 0) {
      throw new TransferException(
          TransferErrorCode.RANGE_ERROR, "The server ignored the range and sent everything");
    }
    if (found.status() == 206) {
      String value = found.header("Content-Range");
      ContentRange part = value == null ? null : ContentRange.parse(value).orElse(null);
      if (part == null || part.first() != range.first()) {
        throw new TransferException(
            TransferErrorCode.RANGE_ERROR,
            "Asked for bytes from " + range.first() + ", the server sent \"" + value + "\"");
      }
    }
  }

  /// @return whether the sink took all of it; if not, the rest of `input` is kept too
  private boolean body(ByteBuffer chunk, ByteBuffer input) throws TransferException {
    taken += chunk.remaining();
    Unpacking with = handsOver ? unpacking() : null;
    if (with != null) {
      with.feed(chunk);
      return unpack(with, input);
    }
    if (!deliver(chunk)) {
      hold(chunk, input);
      return false;
    }
    return true;
  }

  private boolean unpack(Unpacking with, ByteBuffer input) throws TransferException {
    for (ByteBuffer piece = with.next(); piece != null; piece = with.next()) {
      if (!deliver(piece)) {
        with.keepInput();
        hold(piece, input);
        return false;
      }
    }
    return true;
  }

  /// What unpacks the body; null if nothing is to be unpacked.
  private @Nullable Unpacking unpacking() throws TransferException {
    ResponseHead found = head;
    if (unpacking == null && found != null && taken > 0 && !options.decode().raw()) {
      List<String> codings = new ArrayList<>();
      if (options.decode().accepted() != null) {
        codings.addAll(found.headers().all("Content-Encoding"));
      }
      for (String value : found.headers().all("Transfer-Encoding")) {
        for (String coding : value.split(",", -1)) {
          if (!coding.strip().equalsIgnoreCase("chunked")) {
            codings.add(coding);
          }
        }
      }
      unpacking = Unpacking.of(codings, options.decode().limits());
    }
    return unpacking;
  }

  private void endOfBody() throws TransferException {
    if (unpacking != null) {
      unpacking.end();
    }
  }

  /// Lets go of what unpacks.
  void close() {
    if (unpacking != null) {
      unpacking.close();
      unpacking = null;
    }
  }

  private boolean deliver(ByteBuffer chunk) throws TransferException {
    int n = chunk.remaining();
    if (!handsOver) {
      ignored += n;
      return true;
    }
    int position = chunk.position();
    try {
      if (sink.write(chunk) == BodySink.Answer.PAUSE) {
        chunk.position(position);
        return false;
      }
    } catch (IOException | RuntimeException e) {
      throw writeError(e);
    }
    delivered += n;
    return true;
  }

  /// The shared buffer belongs to the next socket after this call: keep a copy.
  private void hold(ByteBuffer chunk, ByteBuffer input) {
    heldChunk = copy(chunk);
    // While something is unpacked, what came behind it is kept already.
    heldInput = input.hasRemaining() ? copy(input) : heldInput;
    input.position(input.limit());
  }

  private static ByteBuffer copy(ByteBuffer from) {
    return ByteBuffer.allocateDirect(from.remaining()).put(from).flip();
  }

  private static TransferException writeError(Exception e) {
    String message = e.getMessage();
    return new TransferException(
        TransferErrorCode.WRITE_ERROR,
        "Writing failed: " + (message == null ? e.toString() : message),
        e);
  }

  private TransferException early() {
    if (!parser.started()) {
      return new TransferException(
          TransferErrorCode.GOT_NOTHING, "The server closed the connection without an answer");
    }
    if (head == null) {
      return new TransferException(
          TransferErrorCode.RECV_ERROR,
          "The server closed the connection within the response head");
    }
    String expected =
        head.contentLength() >= 0
            ? " of " + head.contentLength() + " bytes"
            : " bytes, not the end";
    return new TransferException(
        TransferErrorCode.PARTIAL_FILE,
        "The server closed the connection after " + taken + expected);
  }
}
