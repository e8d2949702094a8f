package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.sluice.engine.dns.Lookup;
import org.sluice.engine.multi.MultiCode;
import org.sluice.engine.multi.MultiOptions;
import org.sluice.engine.multi.TransferState;

/// Names, with a look-up that only the test knows.
class ResolvingTest extends GoldenTestBase {
  private static final List<InetAddress> HERE = List.of(InetAddress.ofLiteral("127.0.0.1"));
  private static final UnaryOperator<MultiOptions> DEFAULTS = options -> options;

  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch slow = new CountDownLatch(1);

  private final Lookup lookup =
      host -> {
        asked.incrementAndGet();
        if (host.equals("slow.test")) {
          try {
            slow.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
        }
        if (host.equals("gone.test")) {
          throw new UnknownHostException(host);
        }
        if (host.equals("odd.test")) {
          throw new IllegalStateException("a fault of the look-up");
        }
        return host.equals("none.test") ? List.of() : HERE;
      };

  private static Easy named(TracedMulti m, String host) {
    return m.easy(get(lab.http("/small").toString().replace("127.0.0.1", host)).build());
  }

  @Test
  void aNameIsFoundAndRemembered() throws IOException {
    List<Line> lines =
        traced(
            "found",
            DEFAULTS,
            lookup,
            m -> {
              for (int i = 0; i < 3; i++) {
                m.add(named(m, "here.test"));
                m.loop.run();
              }
            });
    assertThat(results(lines)).containsOnly("CURLE_OK").hasSize(3);
    assertThat(only(lines, "open")).as("one origin, one connection").hasSize(1);
    assertThat(asked).hasValue(1);
  }

  @Test
  void inAnotherNetworkNothingOfBeforeCounts() throws IOException {
    List<Line> lines =
        traced(
            "network_changed",
            DEFAULTS,
            lookup,
            m -> {
              m.add(named(m, "here.test"));
              m.loop.run();
              assertThat(m.multi.networkChanged()).isEqualTo(MultiCode.OK);
              m.add(named(m, "here.test"));
              m.loop.run();
            });
    assertThat(results(lines)).containsOnly("CURLE_OK").hasSize(2);
    assertThat(asked).as("the name is looked up anew").hasValue(2);
    assertThat(only(lines, "open")).as("no connection of before is used").hasSize(2);
  }

  /// An answer that the old network still gives is for those who asked there.
  @Test
  void aLookUpOfTheOldNetworkIsNotRemembered() throws IOException {
    List<Line> lines =
        traced(
            "network_changed_while_asking",
            DEFAULTS,
            lookup,
            m -> {
              m.add(named(m, "slow.test"));
              m.loop.runUntil(() -> asked.get() == 1);
              m.multi.networkChanged();
              m.add(named(m, "slow.test"));
              m.loop.runUntil(() -> asked.get() == 2);
              slow.countDown();
              m.loop.run();
            });
    assertThat(results(lines)).containsOnly("CURLE_OK").hasSize(2);
  }

  @Test
  void twoThatWaitForOneNameShareTheLookUp() throws IOException {
    List<Line> lines =
        traced(
            "joined",
            DEFAULTS,
            lookup,
            m -> {
              m.add(named(m, "slow.test"));
              m.add(named(m, "slow.test"));
              m.timeout();
              slow.countDown();
              m.loop.run();
            });
    assertThat(results(lines)).containsExactly("CURLE_OK", "CURLE_OK");
    assertThat(asked).hasValue(1);
  }

  @Test
  void anUnknownNameFailsWithItsName() throws IOException {
    List<Line> lines =
        traced(
            "unknown",
            DEFAULTS,
            lookup,
            m -> {
              for (String host : List.of("gone.test", "none.test", "odd.test", "gone.test")) {
                Easy easy = named(m, host);
                m.add(easy);
                m.loop.run();
                assertThat(easy.transfer.info().error()).contains(host);
              }
            });
    assertThat(results(lines)).hasSize(4).containsOnly("CURLE_COULDNT_RESOLVE_HOST");
    assertThat(asked).as("a failure is remembered for a moment").hasValue(3);
    assertThat(only(lines, "open")).isEmpty();
  }

  @Test
  void othersGoOnDuringASlowLookUp() throws IOException {
    traced(
        "slow",
        DEFAULTS,
        lookup,
        m -> {
          Easy waits = named(m, "slow.test");
          m.add(waits);
          m.add(small(m));
          m.loop.runUntil(() -> m.multi.running() == 1);
          assertThat(waits.transfer.info().state()).isEqualTo(TransferState.RESOLVING);
          slow.countDown();
          m.loop.run();
          assertThat(waits.received).isEqualTo(13);
        });
  }

  @Test
  void removedWhileItsNameIsLookedUp() throws IOException {
    List<Line> lines =
        traced(
            "removed",
            DEFAULTS,
            lookup,
            m -> {
              Easy waits = named(m, "slow.test");
              m.add(waits);
              m.timeout();
              m.remove(waits);
              slow.countDown();
              Easy next = named(m, "slow.test");
              m.add(next);
              m.loop.run();
              assertThat(next.received).isEqualTo(13);
            });
    assertThat(results(lines)).containsExactly("CURLE_OK");
  }

  @Test
  void theApplicationIsWokenIfItCanBe() throws IOException {
    CountDownLatch woken = new CountDownLatch(1);
    List<Line> lines =
        traced(
            "woken",
            options -> options.withClock(options.clock(), woken::countDown),
            lookup,
            m -> {
              m.add(named(m, "here.test"));
              m.timeout();
              try {
                woken.await();
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
              m.timeout();
              m.loop.run();
            });
    assertThat(results(lines)).containsExactly("CURLE_OK");
    assertThat(only(lines, "timer").stream().filter(l -> l.text("cls").equals(">0")))
        .as("it need not look by timer")
        .allMatch(l -> l.number("ms") > 1_000);
  }
}
