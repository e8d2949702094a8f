package org.sluice.app.downloads;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Amounts;
import org.sluice.app.fx.Messages;
import org.sluice.app.tape.Attempt;
import org.sluice.app.tape.EventWords;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.multi.Poll;
import org.sluice.engine.trace.TraceEvent;

/// How an attempt went, in words: what its socket was watched for, and the calls that told so.
///
/// Events do not say when a handshake ends: what follows a connection is called by what is certain, which
/// is the handshake if it is that which failed.
///
/// **Threads**: confined to one.
final class AttemptWords {
  private static final long FEW_NANOS = 10_000_000L;

  private final Attempt attempt;
  private final long socket;
  private final Set<Long> opened = new HashSet<>();
  private TraceEvent.@Nullable Message done;
  private @Nullable TransferErrorCode code;
  private String address = "";

  /// A time in which a socket was watched for the same.
  record Phase(long nanos, Poll poll, String words) {}

  /// A call, and what it meant.
  ///
  /// @param end whether that is how it failed
  record Line(long nanos, String call, String words, boolean end) {}

  AttemptWords(Attempt attempt) {
    this.attempt = attempt;
    socket = attempt.socket();
    for (TraceEvent event : attempt.events()) {
      if (event instanceof TraceEvent.SocketOpened e) {
        opened.add(e.socket());
      } else if (event instanceof TraceEvent.Note e && e.text().contains(" = ")) {
        address = e.text().substring(e.text().indexOf(" = ") + 3);
      } else if (event instanceof TraceEvent.Message e) {
        done = e;
        code = code(e.result());
      }
    }
  }

  private static @Nullable TransferErrorCode code(String curlName) {
    for (TransferErrorCode each : TransferErrorCode.values()) {
      if (each.curlName().equals(curlName)) {
        return each;
      }
    }
    return null;
  }

  /// Of the socket that it used last; empty if it had none.
  List<Phase> phases() {
    List<Phase> phases = new ArrayList<>();
    long connected = Long.MAX_VALUE;
    for (TraceEvent event : attempt.events()) {
      if (event instanceof TraceEvent.SocketCallback e && e.socket() == socket) {
        Poll poll = Poll.valueOf(e.what());
        if (phases.isEmpty() || phases.getLast().poll != poll) {
          phases.add(new Phase(e.nanos(), poll, phase(poll)));
        }
      } else if (isTold(event, socket)) {
        connected = Math.min(connected, event.nanos());
      }
    }
    if (phases.size() > 1 && phases.getFirst().poll == Poll.OUT && opened.contains(socket)) {
      phases.set(0, connecting(phases.getFirst(), connected, phases.get(1).nanos));
    }
    if (!phases.isEmpty() && phases.getLast().poll == Poll.REMOVE) {
      phases.addLast(new Phase(phases.removeLast().nanos, Poll.REMOVE, ended()));
    }
    return phases;
  }

  /// A socket is watched for the same while it connects and while the first bytes are sent.
  private static Phase connecting(Phase first, long connected, long end) {
    boolean most = connected - first.nanos >= (end - first.nanos) / 2;
    return new Phase(first.nanos, first.poll, word(most ? "phase.connect" : "phase.connect.send"));
  }

  private static boolean isTold(TraceEvent event, long socket) {
    return event instanceof TraceEvent.Call e
        && e.socket() == socket
        && e.fn().endsWith("socket_action");
  }

  private String phase(Poll poll) {
    return switch (poll) {
      case REMOVE -> Messages.text("poll.word.REMOVE"); // its transfer may go on with another
      case NONE -> word("phase.NONE");
      case IN, OUT, INOUT ->
          isHandshake()
              ? word("phase.tls")
              : word("phase." + poll + (address.startsWith("https:") ? ".secure" : ""));
    };
  }

  private boolean isHandshake() {
    return code == TransferErrorCode.PEER_FAILED_VERIFICATION
        || (code != null && code.name().startsWith("SSL_"));
  }

  /// In a word or two.
  private String ended() {
    if (isHandshake()) {
      return word("ended.tls");
    }
    if (code == TransferErrorCode.COULDNT_CONNECT) {
      return word("ended.connect");
    }
    if (code == TransferErrorCode.OPERATION_TIMEDOUT) {
      return word("ended.time");
    }
    return done != null && done.httpStatus() >= 400
        ? DownloadsWords.text("attempt.ended.http", Integer.toString(done.httpStatus()))
        : word("ended");
  }

  /// The callbacks, what was told of a connection, and the completion.
  ///
  /// @param failed why it does not go on
  List<Line> lines(String failed) {
    List<Line> lines = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    long connecting = 0;
    long since = 0;
    int end = -1;
    for (TraceEvent event : attempt.events()) {
      if (event instanceof TraceEvent.SocketCallback e) {
        Poll poll = Poll.valueOf(e.what());
        String words = phase(poll);
        if (seen.add(e.socket()) && poll == Poll.OUT && opened.contains(e.socket())) {
          connecting = e.socket();
          since = e.nanos();
          words = seen.size() == 1 ? connecting() : word("phase.connect");
        } else if (poll == Poll.REMOVE) {
          end = lines.size();
        }
        lines.add(new Line(e.nanos(), EventWords.callback(e), words, false));
      } else if (connecting != 0 && isTold(event, connecting)) {
        String key =
            code == TransferErrorCode.COULDNT_CONNECT ? "attempt.told" : "attempt.connected";
        String words = DownloadsWords.text(key, span(event.nanos() - since));
        lines.add(new Line(event.nanos(), EventWords.of(event), words, false));
        connecting = 0;
      } else if (event instanceof TraceEvent.Message e) {
        lines.add(new Line(e.nanos(), "infoRead", completed(e), false));
      }
    }
    if (end >= 0) {
      Line line = lines.get(end);
      lines.set(end, new Line(line.nanos, line.call, failed, true));
    }
    return lines;
  }

  private String completed(TraceEvent.Message e) {
    String result = code == null ? e.result() : Integer.toString(code.number());
    return e.httpStatus() >= 400
        ? DownloadsWords.text("attempt.done.http", e.transfer() + "", e.httpStatus() + "")
        : DownloadsWords.text("attempt.done", e.transfer() + "", result);
  }

  /// To which host and port, as far as that is known: whoever was redirected, or fell back to another
  /// address, connects elsewhere with the next socket.
  private String connecting() {
    try {
      URI uri = URI.create(address);
      int port = uri.getPort() >= 0 ? uri.getPort() : address.startsWith("https:") ? 443 : 80;
      return uri.getHost() == null
          ? word("phase.connect")
          : DownloadsWords.text("attempt.connecting", uri.getHost() + ":" + port);
    } catch (IllegalArgumentException e) {
      return word("phase.connect"); // what is no URI to Java was one to the engine
    }
  }

  /// As long as it took; on one machine that is less than a millisecond.
  static String span(long nanos) {
    return nanos < FEW_NANOS && nanos > 0
        ? Amounts.with(nanos / 1e6, 1, "ms")
        : Amounts.span(nanos);
  }

  private static String word(String key) {
    return DownloadsWords.text("attempt." + key);
  }
}
