package org.sluice.app.add;

import java.io.IOException;
import java.net.ProxySelector;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sluice.app.said.Said;
import org.sluice.engine.download.DownloadsOptions.Network;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.ByteRange;
import org.sluice.engine.http.ContentDisposition;
import org.sluice.engine.http.ContentRange;
import org.sluice.engine.http.Credentials;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.http.Url;
import org.sluice.engine.loop.LoopOptions;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.loop.SelectorLoop;
import org.sluice.engine.loop.SocketView;
import org.sluice.engine.multi.Transfer;
import org.sluice.engine.multi.TransferInfo;
import org.sluice.engine.request.AuthOptions;
import org.sluice.engine.request.BodySink;
import org.sluice.engine.request.ProxyOptions;
import org.sluice.engine.request.ProxyServer;
import org.sluice.engine.request.SystemProxies;
import org.sluice.engine.request.TimeLimits;
import org.sluice.engine.request.TlsOptions;
import org.sluice.engine.request.TlsRoots;
import org.sluice.engine.request.TransferOptions;

/// Asks servers for the first byte of a file: a real request, whose answer tells the name, the size,
/// the type, and whether parts can be had. No more of the body is taken.
///
/// **Threads**: any; answers come on the loop's thread.
final class Prober implements AutoCloseable {
  private static final int UNAUTHORIZED = 401;

  /// A server that takes longer is not waited for: the download itself will.
  static final Duration PATIENCE = Duration.ofSeconds(15);

  /// Who has not said a proxy by then has none.
  private static final Duration WAY_PATIENCE = Duration.ofSeconds(10);

  private static final Executor THREADS =
      task -> Thread.ofVirtual().name("sluice-probe-proxy").start(task);
  private static final System.Logger LOG = System.getLogger(Prober.class.getName());

  private final SelectorLoop loop = SelectorLoop.start(LoopOptions.DEFAULT);
  private final Network network;
  private final Map<Long, Asked> asked = new HashMap<>();

  /// One question; of the loop's thread.
  private record Asked(Transfer transfer, long beganNanos, CompletableFuture<ProbeAnswer> answer) {}

  /// @param network whom to trust and by which proxy, as the download itself will
  Prober(Network network) {
    this.network = network;
    loop.onMessage(
        message -> {
          Asked question = asked.remove(message.transfer().id());
          if (question != null && !question.answer().isDone()) {
            question.answer().complete(failed(message.result(), question.transfer().info()));
          }
        });
  }

  CompletableFuture<ProbeAnswer> ask(Link link) {
    CompletableFuture<ProbeAnswer> answer = new CompletableFuture<>();
    String proxy = link.fetch().proxy();
    ProxySelector system = network.selector();
    if (proxy != null) {
      try {
        ask(link, ProxyOptions.of(ProxyServer.parse(proxy)), answer);
      } catch (TransferException e) {
        answer.completeExceptionally(e);
      }
      return answer;
    }
    if (system == null) {
      ask(link, network.proxy(), answer);
      return answer;
    }
    // it may take a script and the network
    var _ =
        CompletableFuture.supplyAsync(() -> way(system, link.url()), THREADS)
            .completeOnTimeout(network.proxy(), WAY_PATIENCE.toSeconds(), TimeUnit.SECONDS)
            .thenAccept(way -> ask(link, way, answer));
    return answer;
  }

  /// Which way the system's settings lead to a server, as the download itself will find.
  private ProxyOptions way(ProxySelector system, String url) {
    try {
      return SystemProxies.read(system, Url.parse(url)).or(network.proxy());
    } catch (TransferException | RuntimeException e) { // no address, or foreign code that fails
      LOG.log(System.Logger.Level.DEBUG, "the system does not say a proxy", e);
      return network.proxy();
    }
  }

  private void ask(Link link, ProxyOptions way, CompletableFuture<ProbeAnswer> answer) {
    Head sink = new Head();
    TransferOptions options =
        TransferOptions.builder(link.url())
            .headers(link.headers())
            .range(new ByteRange(0, 0))
            .limits(TimeLimits.DEFAULT.withTotal(PATIENCE))
            .auth(auth(link.user()))
            .tls(tls(link.fetch().caFile()))
            .proxy(way)
            .failOnError(true)
            .build();
    Transfer transfer = new Transfer(options, sink);
    sink.then = head -> loop.post(() -> told(transfer, head));
    loop.post(
        () -> {
          asked.put(transfer.id(), new Asked(transfer, loop.clock().nanoTime(), answer));
          loop.add(transfer);
        });
  }

  private TlsOptions tls(@Nullable Path caFile) {
    return caFile == null ? network.tls() : network.tls().withRoots(TlsRoots.file(caFile));
  }

  private static AuthOptions auth(@Nullable String user) {
    if (user == null) {
      return AuthOptions.NONE;
    }
    int colon = user.indexOf(':');
    return AuthOptions.any(
        new Credentials(
            colon < 0 ? user : user.substring(0, colon),
            colon < 0 ? "" : user.substring(colon + 1)));
  }

  /// The head is all that was wanted.
  private void told(Transfer transfer, ResponseHead head) {
    Asked question = asked.remove(transfer.id());
    if (question == null) {
      return;
    }
    TransferInfo info = transfer.info();
    long millis = (loop.clock().nanoTime() - question.beganNanos()) / 1_000_000;
    String protocol = protocol(loop.snapshot(), info.socketSerial());
    loop.remove(transfer);
    question.answer().complete(ready(head, info.effectiveUrl(), protocol, millis));
  }

  private static String protocol(LoopSnapshot snapshot, long socket) {
    for (SocketView view : snapshot.sockets()) {
      if (view.serial() == socket) {
        return view.protocol();
      }
    }
    return "";
  }

  static ProbeAnswer ready(ResponseHead head, String url, String protocol, long millis) {
    String range = head.header("Content-Range");
    long length = head.contentLength();
    boolean part = head.status() == 206;
    if (part) {
      length = range == null ? -1 : ContentRange.parse(range).map(ContentRange::total).orElse(-1L);
    }
    return new ProbeAnswer.Ready(
        name(head, url),
        length,
        head.header("Content-Type"),
        part,
        protocol.isEmpty()
            ? "HTTP/" + head.majorVersion() + (head.majorVersion() == 1 ? ".1" : "")
            : protocol,
        millis);
  }

  /// The last part of what the server says, else of the address.
  static String name(ResponseHead head, String url) {
    String field = head.header("Content-Disposition");
    String name = null;
    if (field != null) {
      ContentDisposition said = ContentDisposition.parse(field);
      name = said.extendedFileName() == null ? said.fileName() : said.extendedFileName();
    }
    if (name == null || name.isBlank()) {
      name = lastSegment(url);
    }
    int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
    return name.substring(slash + 1);
  }

  static String lastSegment(String url) {
    int query = url.indexOf('?');
    String path = query < 0 ? url : url.substring(0, query);
    int fragment = path.indexOf('#');
    path = fragment < 0 ? path : path.substring(0, fragment);
    int host = path.indexOf("://");
    int slash = path.lastIndexOf('/');
    if (slash < host + 3 || slash == path.length() - 1) {
      return AddWords.text("noName");
    }
    String last = path.substring(slash + 1);
    try {
      return java.net.URLDecoder.decode(last.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return last; // a percent sign that encodes nothing
    }
  }

  private static ProbeAnswer failed(TransferErrorCode code, TransferInfo info) {
    if (code == TransferErrorCode.OK && info.head() != null) {
      return ready(info.head(), info.effectiveUrl(), "", 0); // an empty file
    }
    String said = info.error();
    ResponseHead head = info.head();
    return new ProbeAnswer.Refused(
        Said.of(said == null ? code.text() : said),
        code.name() + " (" + code.number() + ")",
        head != null && head.status() == UNAUTHORIZED);
  }

  /// Ends every question without an answer.
  @Override
  public void close() {
    loop.close();
  }

  /// Tells the head and takes no more than one byte.
  private static final class Head implements BodySink {
    private java.util.function.Consumer<ResponseHead> then = _ -> {};

    @Override
    public void head(ResponseHead head) {
      if (head.status() < 400) {
        then.accept(head);
      }
    }

    @Override
    public Answer write(ByteBuffer chunk) throws IOException {
      return Answer.PAUSE; // it is taken out before it goes on
    }
  }
}
