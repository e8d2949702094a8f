package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluice.engine.dns.Lookup;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Credentials;
import org.sluice.engine.lab.LabOrigin;
import org.sluice.engine.lab.LabSecrets;
import org.sluice.engine.multi.IdlePoll;
import org.sluice.engine.multi.MultiCode;
import org.sluice.engine.request.AuthOptions;
import org.sluice.engine.request.ProxyOptions;
import org.sluice.engine.request.ProxyServer;
import org.sluice.engine.request.TlsOptions;
import org.sluice.engine.request.TransferOptions;

/// Callback number n returns -1, for every n until there is no such callback any more: the call
/// says so, everything announced is removed, everything added is reported, and the multi works
/// again.
///
/// **Source**: curl's tests 530 and 758, as described in `engine/CONTRACT.md` 14.
class FailEveryCallbackTest extends GoldenTestBase {
  private static final Credentials USER = new Credentials(LabSecrets.USER, LabSecrets.PASSWORD);

  /// A scenario that ends by itself.
  enum Scene {
    TWO_PARALLEL {
      @Override
      void play(TracedMulti m) {
        m.add(m.easy(http("/100k").build()));
        m.add(small(m));
        m.loop.run();
      }
    },
    REDIRECT_TO_OTHER_PORT {
      @Override
      void play(TracedMulti m) {
        m.add(m.easy(http("/redir-port").build()));
        m.loop.run();
      }
    },
    PAUSE_AND_UNPAUSE {
      @Override
      void play(TracedMulti m) {
        Easy easy = m.easy(http("/1m").build());
        m.add(easy);
        m.loop.runUntil(() -> easy.received > 0);
        m.pause(easy);
        m.unpause(easy);
        m.loop.run();
      }
    },
    ONE_CONNECTION_FOR_THREE {
      @Override
      void play(TracedMulti m) {
        for (int i = 0; i < 3; i++) {
          m.add(small(m));
        }
        m.loop.run();
      }
    },
    HTTPS {
      @Override
      void play(TracedMulti m) {
        m.add(m.easy(get(lab.https("/100k").toString()).build()));
        m.loop.run();
      }
    },
    DIGEST {
      @Override
      void play(TracedMulti m) {
        m.add(m.easy(http("/auth/digest").auth(AuthOptions.any(USER)).build()));
        m.loop.run();
      }
    },
    TUNNEL_ON_A_SECOND_CONNECTION {
      @Override
      void play(TracedMulti m) {
        m.add(m.easy(through(LabOrigin.PROXY_BASIC)));
        m.loop.run();
      }
    },
    TLS_IN_TLS {
      @Override
      void play(TracedMulti m) {
        m.add(m.easy(through(LabOrigin.PROXY_TLS)));
        m.loop.run();
      }
    },
    SOCKS {
      @Override
      void play(TracedMulti m) {
        m.add(m.easy(through(LabOrigin.SOCKS_PASSWORD)));
        m.loop.run();
      }
    },
    THREE_ON_ONE_SOCKET {
      @Override
      void play(TracedMulti m) {
        for (int i = 0; i < 3; i++) {
          m.add(m.easy(get(lab.uri(LabOrigin.HTTPS2, "/100k").toString()).build()));
        }
        m.loop.run();
      }
    },
    A_CONNECTION_THAT_GOES_AWAY {
      @Override
      void play(TracedMulti m) {
        m.add(m.easy(Http2Test.known("/h2/goaway").build()));
        m.add(m.easy(Http2Test.known("/100k").build()));
        m.loop.run();
      }
    },
    RATE_LIMITED {
      @Override
      void play(TracedMulti m) {
        m.add(m.easy(http("/100k").recvLimitBytesPerSecond(400 << 10).build()));
        m.loop.run();
      }
    },
    REFUSED_BESIDE_A_GOOD_ONE {
      @Override
      void play(TracedMulti m) {
        m.add(m.easy(get(lab.refused().toString()).build()));
        m.add(m.easy(http("/small").forbidReuse(true).build()));
        m.loop.run();
      }
    },
    ADD_BESIDE_A_RUNNING_ONE {
      @Override
      void play(TracedMulti m) {
        Easy slow = m.easy(http("/slowstart").build());
        m.add(slow);
        m.loop.runUntil(() -> m.loop.watched() == 1);
        m.add(small(m));
        m.loop.run();
      }
    },
    REMOVE_BESIDE_A_RUNNING_ONE {
      @Override
      void play(TracedMulti m) {
        Easy stuck = m.easy(http("/stall").build());
        m.add(stuck);
        m.loop.runUntil(() -> stuck.received > 0);
        m.add(m.easy(http("/slowstart").build()));
        m.loop.turn(100);
        m.remove(stuck);
        m.loop.run();
      }
    },
    CLEANUP_IN_THE_MIDDLE {
      @Override
      void play(TracedMulti m) {
        Easy stuck = m.easy(http("/stall").build());
        m.add(stuck);
        m.add(small(m));
        m.loop.runUntil(() -> stuck.received > 0);
        m.cleanup();
      }
    };

    abstract void play(TracedMulti m);
  }

  private static TransferOptions through(LabOrigin door) {
    try {
      ProxyServer proxy =
          ProxyServer.parse(lab.proxy(door))
              .withAuth(AuthOptions.any(USER))
              .withTls(TlsOptions.trusting(lab.trustingContext()));
      return get(lab.https("/small").toString()).proxy(ProxyOptions.of(proxy)).build();
    } catch (TransferException e) {
      throw new AssertionError(e);
    }
  }

  static Stream<Arguments> all() {
    return Stream.of(Scene.values())
        .flatMap(
            scene ->
                Stream.of(IdlePoll.values())
                    .flatMap(
                        idle ->
                            Stream.of("socket", "timer")
                                .map(kind -> Arguments.of(scene, idle, kind))));
  }

  @ParameterizedTest
  @MethodSource("all")
  void failsCleanly(Scene scene, IdlePoll idle, String kind) throws IOException {
    int n = 0;
    while (failed(scene, idle, kind, n)) {
      n++;
    }
    assertThat(n).as("callbacks that could fail").isGreaterThan(1);
  }

  /// @return whether there was a callback with this number
  private static boolean failed(Scene scene, IdlePoll idle, String kind, int n) throws IOException {
    int perHost = scene == Scene.ONE_CONNECTION_FOR_THREE ? 1 : 0;
    try (TracedMulti m =
        new TracedMulti(
            scene + "_" + kind + "_" + n,
            options -> options.withIdlePoll(idle).withLimits(perHost, 0, 10),
            Lookup.SYSTEM)) {
      m.stopsAtAbort = true;
      boolean[] did = new boolean[1];
      TracedMulti.Answers answers =
          before -> {
            if (before != n) {
              return 0;
            }
            did[0] = true;
            m.trace.add("note", "text", "returns -1");
            return -1;
          };
      m.socketAnswers = kind.equals("socket") ? answers : m.socketAnswers;
      m.timerAnswers = kind.equals("timer") ? answers : m.timerAnswers;
      boolean aborted = false;
      try {
        scene.play(m);
      } catch (TracedMulti.Aborted e) {
        aborted = true;
      }
      m.stopsAtAbort = false;
      // The callbacks of removing and cleaning up get their -1 in finish.
      if (did[0]) {
        assertThat(aborted).as("the call says so\n" + m.trace).isTrue();
        afterwards(m);
      } else if (!m.cleanedUp()) {
        m.removeAll();
      }
      List<Line> lines = m.finish();
      assertThat(TraceInvariants.of(lines)).as(m.trace.toString()).isEmpty();
      assertThat(m.loop.watched()).isZero();
      assertEachReportedOnce(lines);
      return did[0];
    }
  }

  private static void afterwards(TracedMulti m) {
    String trace = m.trace.toString();
    assertThat(m.loop.watched()).as("nothing is registered\n" + trace).isZero();
    assertThat(m.multi.running()).as(trace).isZero();
    if (m.cleanedUp()) {
      return;
    }
    if (!m.multi.handles().isEmpty()) {
      assertThat(m.add(small(m))).as(trace).isEqualTo(MultiCode.ABORTED_BY_CALLBACK);
    }
    m.removeAll();
    Easy again = small(m);
    assertThat(m.add(again)).as("usable again\n" + trace).isEqualTo(MultiCode.OK);
    m.loop.run();
    assertThat(again.received).as("usable again\n" + trace).isEqualTo(13);
  }

  /// A message for each transfer that was added and not taken out before its end; none for others.
  private static void assertEachReportedOnce(List<Line> lines) {
    List<String> reported = only(lines, "msg").stream().map(l -> l.text("easy")).toList();
    Set<String> expected = new HashSet<>();
    List<String> live = new ArrayList<>();
    Line call = lines.getFirst();
    for (Line line : lines) {
      if (line.is("call") && line.depth() == 0) {
        call = line;
      } else if (line.is("ret") && line.depth() == 0) {
        boolean ok = line.text("rc").equals("CURLM_OK");
        if (line.isOf("curl_multi_add_handle") && ok) {
          live.add(call.text("easy"));
          expected.add(call.text("easy"));
        } else if (line.isOf("curl_multi_remove_handle") && live.contains(call.text("easy"))) {
          expected.remove(call.text("easy"));
        } else if (line.isOf("curl_multi_cleanup")) {
          expected.removeAll(live);
        }
      } else if (line.is("msg")) {
        live.remove(line.text("easy"));
      }
    }
    assertThat(reported).as(lines.toString()).doesNotHaveDuplicates();
    assertThat(new HashSet<>(reported)).as(lines.toString()).isEqualTo(expected);
  }
}
