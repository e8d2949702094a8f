package org.sluice.engine.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.connection.Addresses;
import org.sluice.engine.connection.Connection;
import org.sluice.engine.connection.ConnectionPool;
import org.sluice.engine.connection.Http2Link;
import org.sluice.engine.connection.Origin;
import org.sluice.engine.connection.Wish;
import org.sluice.engine.error.CertificateProblem;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.filter.Pollset;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.http2.Http2Stream;
import org.sluice.engine.request.BodySink;
import org.sluice.engine.request.HttpVersionChoice;
import org.sluice.engine.request.TransferOptions;
import org.sluice.engine.time.Deadline;
import org.sluice.engine.time.TimerTable;

/// One easy handle at work: a state machine that goes on until it must wait.
///
/// It never waits, opens no callback of its own, and says in a [Pollset] and a [TimerTable] what
/// would let it go on.
///
/// **Threads**: confined to the thread of its multi. **Errors**: never thrown; a failure is its
/// [#result].
public final class EasyWork {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  /// How much one run reads at most, so that the other transfers get their turn.
  public static final int BUDGET_BYTES = 1024 * 1024;

  /// Between two looks at a body's source where nobody wakes the application.
  private static final long LOOK_NANOS = 10_000_000L;

  private final TransferOptions options;
  private final BodySink sink;
  private final Workshop workshop;
  private final Runnable onWake;
  private final Deadlines deadlines;
  private final Hops hops;
  private final RouteLookup lookup;
  private final Allowance allowance;
  private final Upload upload;
  private final Stages stages = new Stages();
  private Phase phase = Phase.INIT;
  private @Nullable Connection connection;
  private @Nullable ByteBuffer request;
  private @Nullable Response response;
  private boolean paused;
  private boolean woken;
  private final Runnable onSettled = this::connectionSettled;
  private final Runnable onNews = this::newsCame;
  private boolean running;
  private @Nullable Connection awaited;
  private boolean waitedInVain;
  private @Nullable StreamExchange exchange;
  private final HopTries tries = new HopTries();
  private boolean answered;
  private boolean clean;
  private boolean unmet;
  private long lastNanos;
  private int newConnects;
  private boolean sent;
  private long sentNanos;
  private long deliveredBefore;
  private @Nullable String requestHead;
  private @Nullable ResponseHead lastHead;
  private @Nullable TransferErrorCode result;
  private @Nullable String error;
  private @Nullable CertificateProblem certificate;

  /// @param onWake called when what this transfer waits for has come without a socket or a deadline:
  ///   a name was answered, a speed limit is another one now, a body's source has more
  public EasyWork(TransferOptions options, BodySink sink, Workshop workshop, Runnable onWake) {
    this.options = options;
    this.sink = sink;
    this.workshop = workshop;
    lookup = new RouteLookup(workshop, options.network(), onWake);
    allowance = Allowance.of(options, onWake);
    upload = new Upload(options.upload(), () -> workshop.wakes().post(this::bodyReady), onWake);
    this.onWake = onWake;
    deadlines = new Deadlines(options.limits());
    hops = new Hops(options);
  }

  private void bodyReady() {
    upload.ready();
    onWake.run();
  }

  public TimerTable timers() {
    return deadlines.timers();
  }

  public Phase phase() {
    return phase;
  }

  public Stages stages() {
    return stages;
  }

  public boolean paused() {
    return paused;
  }

  /// Goes on until it must wait, its share is used up, or it is over.
  public Outcome run(long nowNanos) {
    lastNanos = nowNanos;
    if (phase == Phase.COMPLETED) {
      return Outcome.COMPLETED;
    }
    running = true;
    try {
      if (phase == Phase.INIT) {
        deadlines.transferStarts(nowNanos);
        stages.starts(nowNanos);
        phase = Phase.SETUP;
      }
      deadlines.check(nowNanos, received(), moved(), paused);
      Outcome outcome = advance(nowNanos);
      timers().takeExpired(nowNanos);
      return outcome;
    } catch (TransferException e) {
      certificate = e.certificate();
      suspect(e, nowNanos);
      fail(e.code(), e.sentence());
      return Outcome.COMPLETED;
    } finally {
      running = false;
    }
  }

  /// Others that share the connection may wait for the same dead server.
  private void suspect(TransferException e, long nowNanos) {
    Http2Link link = connection == null ? null : connection.http2();
    if (link != null && e.code() == TransferErrorCode.OPERATION_TIMEDOUT) {
      link.suspect(nowNanos);
    }
  }

  private Outcome advance(long nowNanos) throws TransferException {
    while (true) {
      Outcome stop;
      try {
        stop = step(nowNanos);
      } catch (TransferException e) {
        if (!mayRetry(e)) {
          throw e;
        }
        tries.again(exchange == null);
        closeConnection(nowNanos);
        deadlines.hopStarts(nowNanos);
        deadlines.answered();
        phase = Phase.CONNECT;
        continue;
      }
      if (stop != null) {
        return stop;
      }
    }
  }

  /// One state's work.
  ///
  /// @return where the run ends, or null if there is a next state to go on with
  private @Nullable Outcome step(long nowNanos) throws TransferException {
    return switch (phase) {
      case INIT, SETUP -> setup(nowNanos);
      case CONNECT -> acquire(nowNanos);
      case PENDING -> Outcome.BLOCKED;
      case RESOLVING -> resolving(nowNanos);
      case CONNECTING -> connecting(nowNanos);
      case DO -> send(nowNanos);
      case PERFORMING, RATELIMITING -> perform(nowNanos);
      case COMPLETED -> Outcome.COMPLETED;
    };
  }

  private @Nullable Outcome setup(long nowNanos) throws TransferException {
    hops.start();
    deadlines.hopStarts(nowNanos);
    tries.hopStarts();
    waitedInVain = false;
    phase = Phase.CONNECT;
    return null;
  }

  private @Nullable Outcome acquire(long nowNanos) {
    Origin origin = hops.origin();
    boolean fresh = options.freshConnect() || tries.wantsFresh();
    boolean first = woken;
    woken = false;
    Wish wish =
        new Wish(
            origin,
            tries.version(options.httpVersion()),
            fresh,
            options.pipeWait() && !waitedInVain);
    return switch (workshop.pool().acquire(wish, first, nowNanos)) {
      case ConnectionPool.Acquired.Await(Connection opening) -> {
        phase = Phase.PENDING;
        awaited = opening;
        opening.await(onSettled);
        yield Outcome.BLOCKED;
      }
      case ConnectionPool.Acquired.HostFull() -> {
        phase = Phase.PENDING;
        yield Outcome.PENDING_HOST;
      }
      case ConnectionPool.Acquired.AllFull() -> {
        phase = Phase.PENDING;
        yield Outcome.PENDING_TOTAL;
      }
      case ConnectionPool.Acquired.Ready(Connection got) -> {
        connection = got;
        tries.connectionIs(got.reused());
        if (got.connected()) {
          stages.ends(got.channel());
          deadlines.connected();
          phase = Phase.DO;
        } else {
          phase = Phase.RESOLVING;
          lookup.start(origin, nowNanos);
        }
        yield null;
      }
    };
  }

  private @Nullable Outcome resolving(long nowNanos) throws TransferException {
    Addresses found = lookup.answer();
    if (found == null) {
      lookup.lookAgain(timers(), nowNanos);
      return Outcome.BLOCKED;
    }
    newConnects++;
    stages.lookedUp(nowNanos);
    currentConnection()
        .open(
            found,
            workshop.watcher(),
            workshop.tls(),
            workshop.buffers(),
            options.limits().happyEyeballs().toNanos(),
            sink);
    timers().clear(Deadline.ASYNC_NAME);
    phase = Phase.CONNECTING;
    return null;
  }

  private @Nullable Outcome connecting(long nowNanos) throws TransferException {
    Connection mine = currentConnection();
    boolean done = workshop.pool().connect(mine, nowNanos);
    if (mine.socketConnected()) {
      stages.connected(mine.channel(), nowNanos);
    }
    if (!done) {
      timers().set(Deadline.HAPPY_EYEBALLS, mine.connectDeadlineNanos());
      return Outcome.BLOCKED;
    }
    if (mine.origin().secure()) {
      stages.secured(nowNanos);
    }
    deadlines.connected();
    phase = Phase.DO;
    return null;
  }

  private @Nullable Outcome send(long nowNanos) throws TransferException {
    Http2Link link = currentConnection().http2();
    if (link != null) {
      return open(link, nowNanos);
    }
    ByteBuffer out = request;
    if (out == null) {
      boolean old =
          options.httpVersion() == HttpVersionChoice.HTTP_1_0
              || tries.needsHttp10()
              || currentConnection().isHttp10();
      out = hops.request(old).asHttp1(old ? 0 : 1);
      request = out;
      if (old && hops.body().framing() == Framing.CHUNKED) {
        throw new TransferException(
            TransferErrorCode.UPLOAD_FAILED,
            "The server speaks HTTP/1.0, which can not take a body of unknown length");
      }
      upload.begin(hops.body(), hops.body().framing() == Framing.CHUNKED);
      answered = false;
      response = Response.ofHttp1(options, sink, hops, upload, currentConnection().reused());
    }
    currentConnection().send(out);
    if (out.hasRemaining()) {
      return Outcome.BLOCKED;
    }
    request = null;
    requestSent(StandardCharsets.ISO_8859_1.decode(out.flip()).toString());
    if (upload.waits()) {
      deadlines.expects(options.upload().expect().timeout(), nowNanos);
    }
    sent = true;
    sentNanos = nowNanos;
    stages.asked(nowNanos);
    deadlines.requestSent(nowNanos, moved());
    phase = Phase.PERFORMING;
    return null;
  }

  private @Nullable Outcome open(Http2Link link, long nowNanos) throws TransferException {
    if (!link.session().takesMore()) {
      // The last one to use it heard that it ends.
      closeConnection(nowNanos);
      phase = Phase.CONNECT;
      return null;
    }
    OutgoingRequest head = hops.request(false);
    // There is no need to ask with Expect: a stream can be broken off at any time.
    upload.begin(hops.body(), false);
    upload.goOn();
    boolean bare = !upload.unfinished();
    StreamExchange mine = new StreamExchange(link, head, bare, hops.method().isHead(), onNews);
    exchange = mine;
    answered = false;
    response = new Response(options, sink, hops, upload, mine.stream(), tries.wasShared());
    requestSent(head.asHttp2Text());
    sent = true;
    sentNanos = nowNanos;
    deadlines.requestSent(nowNanos, moved());
    phase = Phase.PERFORMING;
    return null;
  }

  private void requestSent(String text) throws TransferException {
    requestHead = text;
    try {
      sink.requestSent(text);
    } catch (IOException | RuntimeException e) {
      throw new TransferException(
          TransferErrorCode.WRITE_ERROR, "Writing the request's head failed: " + e, e);
    }
  }

  /// Receives what there is, as it may say that nobody wants the body; then sends of it what goes.
  private @Nullable Outcome perform(long nowNanos) throws TransferException {
    StreamExchange shared = exchange;
    if (shared == null) {
      return performAlone(nowNanos);
    }
    boolean more = shared.link().pump(workshop.buffers()::recv, nowNanos);
    if (shared.stream().wantsNoMore()) {
      upload.stop();
    }
    Outcome stop = performAlone(nowNanos);
    shared.link().flush();
    boolean news = phase == Phase.PERFORMING && shared.hasNewsFor(response, paused);
    return stop == Outcome.BLOCKED && (more || news) ? Outcome.MORE : stop;
  }

  private @Nullable Outcome performAlone(long nowNanos) throws TransferException {
    if (timers().expired(Deadline.EXPECT_100, nowNanos)) {
      upload.goOn();
    }
    Response mine = currentResponse();
    if (!mine.ended()) {
      Outcome stop = receive(nowNanos);
      if (response == null || !upload.unfinished()) {
        return stop;
      }
      return sendBody(nowNanos) || stop == Outcome.MORE ? Outcome.MORE : afterSending(nowNanos);
    }
    return sendBody(nowNanos) ? Outcome.MORE : afterSending(nowNanos);
  }

  /// @return whether more could be sent at once
  private boolean sendBody(long nowNanos) throws TransferException {
    timers().clear(Deadline.SEND_TOO_FAST);
    boolean more = false;
    try {
      more = upload.push(exchange == null ? currentConnection()::send : exchange, nowNanos);
    } catch (TransferException e) {
      if (e.code() != TransferErrorCode.SEND_ERROR) {
        throw e;
      }
      sendFailed(e, nowNanos);
    }
    if (!upload.unfinished()) {
      deadlines.bodySent(answered, nowNanos);
    } else if (upload.dueNanos() != TimerTable.NONE) {
      deadlines.sendingHeldBack(upload.dueNanos());
    } else if (upload.starves() && workshop.pollsResolver()) {
      timers().set(Deadline.ASYNC_BODY, nowNanos + LOOK_NANOS);
    }
    return more;
  }

  /// A server may answer, and close, without taking the body; its answer counts more than ours.
  private void sendFailed(TransferException e, long nowNanos) throws TransferException {
    upload.stop();
    Response mine = currentResponse();
    if (mine.ended()) {
      return;
    }
    if (paused || currentResponse().head() != null) {
      return;
    }
    try {
      receive(nowNanos);
    } catch (TransferException f) {
      e.addSuppressed(f);
      throw e;
    }
    if (response != null && response.head() == null) {
      throw e;
    }
  }

  private @Nullable Outcome afterSending(long nowNanos) {
    if (response == null) {
      return phase == Phase.COMPLETED ? Outcome.COMPLETED : null;
    }
    if (response.ended() && !upload.unfinished()) {
      return finish(nowNanos, clean);
    }
    return Outcome.BLOCKED;
  }

  /// Reads, and lets the others have what the speed limits let through for nothing.
  private @Nullable Outcome receive(long nowNanos) throws TransferException {
    boolean goesOn = false;
    try {
      Outcome stop = read(nowNanos);
      goesOn = stop == Outcome.MORE || phase == Phase.RATELIMITING;
      return stop;
    } finally {
      if (!goesOn) {
        allowance.giveBack();
      }
    }
  }

  /// What came for this transfer on a connection that it shares.
  private @Nullable Outcome readStream(Http2Stream stream, long nowNanos) throws TransferException {
    stream.heldBack(paused);
    if (paused) {
      return Outcome.BLOCKED;
    }
    if (!answered && stream.started()) {
      answered = true;
      deadlines.answered();
    }
    Response mine = currentResponse();
    int budget = BUDGET_BYTES;
    while (budget > 0 && (mine.holdsInput() || stream.hasNews())) {
      long allowed = stream.waitingBytes() == 0 ? budget : allowedNow(nowNanos);
      stream.heldBack(allowed == 0);
      if (allowed == 0) {
        return Outcome.BLOCKED;
      }
      long share = Math.min(allowed, budget);
      stream.allow(share);
      Response.Progress progress = mine.holdsInput() ? mine.resume() : mine.take(NOTHING);
      int n = (int) (share - stream.allowed());
      budget -= n;
      allowance.used(n);
      switch (progress) {
        case END -> {
          return finish(nowNanos, true);
        }
        case PAUSED -> {
          paused = true;
          stream.heldBack(true);
          return Outcome.BLOCKED;
        }
        case MORE -> {
          if (mine.tooMuchToDrain()) {
            return finish(nowNanos, false);
          }
        }
      }
    }
    return budget <= 0 ? Outcome.MORE : Outcome.BLOCKED;
  }

  private @Nullable Outcome read(long nowNanos) throws TransferException {
    if (exchange != null) {
      return readStream(exchange.stream(), nowNanos);
    }
    Response mine = currentResponse();
    if (paused) {
      return Outcome.BLOCKED;
    }
    if (mine.holdsInput()) {
      if (mine.resume() == Response.Progress.PAUSED) {
        paused = true;
        return Outcome.BLOCKED;
      }
      if (mine.ended()) {
        return finish(nowNanos, true);
      }
    }
    int budget = BUDGET_BYTES;
    while (budget > 0) {
      ByteBuffer buffer = workshop.buffers().recv();
      if (overLimit(buffer, nowNanos)) {
        return Outcome.BLOCKED;
      }
      int n = currentConnection().recv(buffer);
      if (n == 0) {
        return Outcome.BLOCKED;
      }
      if (n < 0) {
        mine.eof();
        return finish(nowNanos, false);
      }
      budget -= n;
      allowance.used(n);
      if (!answered) {
        answered = true;
        stages.answered(nowNanos);
        deadlines.answered();
      }
      switch (mine.take(buffer.flip())) {
        case END -> {
          return finish(nowNanos, !buffer.hasRemaining());
        }
        case PAUSED -> {
          paused = true;
          return Outcome.BLOCKED;
        }
        case MORE -> {
          if (mine.tooMuchToDrain()) {
            return finish(nowNanos, false);
          }
          if (!currentConnection().mayHaveInput()) {
            return Outcome.BLOCKED;
          }
        }
      }
    }
    return Outcome.MORE;
  }

  /// Leaves room in `buffer` for what the speed limits let through; true if that is nothing.
  private boolean overLimit(ByteBuffer buffer, long nowNanos) {
    long allowed = allowedNow(nowNanos);
    if (allowed == 0) {
      return true;
    }
    buffer.limit((int) Math.min(buffer.capacity(), allowed));
    return false;
  }

  /// How much the speed limits let through now; 0 if nothing, and then it is said until when.
  private long allowedNow(long nowNanos) {
    long allowed = allowance.bytes(nowNanos);
    if (allowed == 0) {
      phase = Phase.RATELIMITING;
      deadlines.heldBack(allowance.dueNanos());
      return 0;
    }
    phase = Phase.PERFORMING;
    timers().clear(Deadline.TOO_FAST);
    return allowed;
  }

  /// The response is over: keep or close the connection, then complete or follow. A body that the
  /// server may still read is sent to its end first.
  private @Nullable Outcome finish(long nowNanos, boolean cleanEnd) {
    Response done = currentResponse();
    Connection mine = currentConnection();
    clean = cleanEnd;
    if (upload.unfinished()) {
      if (cleanEnd && (exchange != null || done.keepsConnection())) {
        return Outcome.BLOCKED;
      }
      upload.stop();
    }
    connection = null;
    boolean misdirected = done.misdirected();
    tries.misdirected(misdirected);
    ResponseHead answer = done.head();
    if (answer != null && answer.isHttp10()) {
      tries.sawHttp10();
      mine.sawHttp10();
    }
    if (exchange != null) {
      exchange.leave();
      exchange = null;
      workshop.pool().leave(mine, onNews, !options.forbidReuse() && !misdirected, nowNanos);
    } else if (clean
        && !misdirected
        && done.keepsConnection()
        && !options.forbidReuse()
        && options.httpVersion() != HttpVersionChoice.HTTP_1_0) {
      workshop.pool().release(mine, nowNanos);
    } else {
      workshop.pool().close(mine);
    }
    lastHead = answer;
    unmet = done.unmet();
    deliveredBefore += done.delivered();
    done.close();
    response = null;
    if (hops.advance()) {
      stages.goesOn(nowNanos);
      phase = Phase.SETUP;
      return null;
    }
    complete(TransferErrorCode.OK, null);
    return Outcome.COMPLETED;
  }

  private boolean mayRetry(TransferException e) {
    boolean repeatable = upload.repeatable();
    return exchange == null
        ? tries.mayRetry(e, connection != null && connection.reused(), answered, repeatable)
        : tries.mayRetry(exchange.reasonToRetry(), answered, repeatable);
  }

  /// Something came for its stream; at work it sees that by itself.
  private void newsCame() {
    if (!running) {
      onWake.run();
    }
  }

  /// It is known now how many transfers the awaited connection takes.
  private void connectionSettled() {
    Connection settled = awaited;
    awaited = null;
    if (settled != null && phase == Phase.PENDING) {
      waitedInVain = !settled.connected();
      phase = Phase.CONNECT;
      onWake.run();
    }
  }

  /// A slot is free: leave the queue and try to connect in the next run.
  public void wake() {
    if (phase == Phase.PENDING) {
      phase = Phase.CONNECT;
      woken = true;
    }
  }

  /// Whether it was woken and has not tried yet.
  public boolean woken() {
    return woken;
  }

  /// Stops reading, or goes on.
  public void pause(boolean stop, long nowNanos) {
    if (paused && !stop) {
      deadlines.watchSpeed(nowNanos, moved());
    }
    if (stop) {
      allowance.giveBack();
      timers().clear(Deadline.TOO_FAST);
    }
    paused = stop;
  }

  public boolean sendPaused() {
    return upload.paused();
  }

  /// Stops sending the body, or goes on.
  public void pauseSending(boolean stop, long nowNanos) {
    if (upload.paused() && !stop) {
      deadlines.watchSpeed(nowNanos, moved());
    }
    if (stop) {
      timers().clear(Deadline.SEND_TOO_FAST);
    }
    upload.pause(stop);
  }

  /// Ends it with `code`; nothing if it is over already.
  public void fail(TransferErrorCode code, String sentence) {
    if (phase != Phase.COMPLETED) {
      abandon();
      complete(code, sentence);
    }
  }

  /// Gives up what it holds: the look-up, the connection, its place.
  public void abandon() {
    lookup.stop();
    allowance.giveBack();
    upload.close();
    if (awaited != null) {
      awaited.awaitNoMore(onSettled);
      awaited = null;
    }
    if (response != null) {
      lastHead = response.head();
      deliveredBefore += response.delivered();
      response.close();
      response = null;
    }
    closeConnection(lastNanos);
  }

  /// Gives the connection up; one that others share goes on without this transfer.
  private void closeConnection(long nowNanos) {
    Connection mine = connection;
    connection = null;
    request = null;
    if (exchange != null) {
      exchange.leave();
      exchange = null;
    }
    if (mine == null) {
      return;
    }
    if (mine.http2() != null) {
      workshop.pool().leave(mine, onNews, true, nowNanos);
    } else {
      workshop.pool().close(mine);
    }
  }

  private void complete(TransferErrorCode code, @Nullable String sentence) {
    result = code;
    error = sentence;
    upload.close();
    phase = Phase.COMPLETED;
    timers().clearAll();
  }

  /// What it wants to have watched now.
  public void pollset(Pollset into) {
    if (connection == null) {
      return;
    }
    Http2Link link = connection.http2();
    if (link != null) {
      // Where all its streams are paused it is still read: PING and SETTINGS want an answer, and
      // how much of a body can come is up to the stream's own window.
      boolean reads = paused || phase != Phase.RATELIMITING || upload.unfinished();
      connection.adjustSharedPollset(
          into,
          (reads ? Pollset.IN : Pollset.HELD) | (link.waitsForOutput(onNews) ? Pollset.OUT : 0));
      return;
    }
    switch (phase) {
      case CONNECTING -> connection.adjustPollset(into, Pollset.HELD);
      case DO -> connection.adjustPollset(into, Pollset.OUT);
      case PERFORMING -> connection.adjustPollset(into, wish(!paused && !answerEnded()));
      case RATELIMITING -> connection.adjustPollset(into, wish(false));
      case INIT, SETUP, CONNECT, PENDING, RESOLVING, COMPLETED -> {}
    }
  }

  private boolean answerEnded() {
    return response != null && response.ended();
  }

  private int wish(boolean reads) {
    int bits = (reads ? Pollset.IN : 0) | (upload.wantsRoom() ? Pollset.OUT : 0);
    return bits == 0 ? Pollset.HELD : bits;
  }

  /// The number of its stream on a connection that it shares; 0 for none.
  public int streamId() {
    return exchange == null ? 0 : exchange.stream().id();
  }

  /// Bytes of body that the last request has sent.
  public long sent() {
    return upload.sentBytes();
  }

  private long moved() {
    return received() + sent();
  }

  /// Bytes of body given to the sink.
  public long received() {
    return deliveredBefore + (response == null ? 0 : response.delivered());
  }

  /// Whether the body was not wanted, as it is too old or too new.
  public boolean conditionUnmet() {
    return unmet;
  }

  /// As it was sent last; null before that.
  public @Nullable String requestHead() {
    return requestHead;
  }

  public @Nullable ResponseHead head() {
    ResponseHead current = response == null ? null : response.head();
    return current == null ? lastHead : current;
  }

  public @Nullable Connection connection() {
    return connection;
  }

  public boolean answered() {
    return answered;
  }

  /// Whether a request was completely given to its socket.
  public boolean isSent() {
    return sent;
  }

  /// When the request of the last hop was completely given to its socket; means nothing before.
  public long sentNanos() {
    return sentNanos;
  }

  public int newConnects() {
    return newConnects;
  }

  public int redirects() {
    return hops.redirects();
  }

  public String effectiveUrl() {
    return hops.shown();
  }

  /// The name and port that its connection counts for; empty before the URL is read.
  public String hostKey() {
    return hops.hostKey();
  }

  /// Null while it is not over.
  public @Nullable TransferErrorCode result() {
    return result;
  }

  /// A sentence for a person; null unless it failed.
  public @Nullable String error() {
    return error;
  }

  /// What is wrong with the server's certificate; null unless that is why it failed.
  public @Nullable CertificateProblem certificate() {
    return certificate;
  }

  private Connection currentConnection() {
    if (connection == null) {
      throw new IllegalStateException("no connection in " + phase);
    }
    return connection;
  }

  private Response currentResponse() {
    if (response == null) {
      throw new IllegalStateException("no response in " + phase);
    }
    return response;
  }
}
