package org.sluice.app.tape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.multi.Poll;
import org.sluice.engine.trace.TraceEvent;

class TapeTest {
  private static final long SECOND = 1_000_000_000L;

  /// A sample as it was taken, and how many events came before it.
  private record Taken(Sample sample, long position) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void theStateBySeekIsTheStateByReplay(long seed) {
    RandomTape engine = new RandomTape(seed);
    Tape tape = new Tape();
    List<TraceEvent> events = new ArrayList<>();
    List<Taken> samples = new ArrayList<>();
    while (tape.end() < 3L * Tape.CHUNK) {
      LoopSnapshot late = null;
      for (int i = 0; i < 200; i++) {
        for (TraceEvent event : engine.step()) {
          tape.append(event);
          events.add(event);
        }
        if (i == 150) {
          late = engine.snapshot(tape.now()); // it arrives after events that are newer
        }
      }
      Sample sample = tape.sample(late, RandomTape.noDownloads());
      if (sample != null) {
        samples.add(new Taken(sample, tape.positionAt(sample.nanos())));
      }
    }
    assertThat(samples).hasSizeGreaterThan(10);
    Random random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      long position = random.nextLong(tape.begin(), tape.end() + 1);
      MonitorState replayed = new MonitorState();
      int sample = 0;
      for (int at = 0; at <= position; at++) {
        while (sample < samples.size()
            && samples.get(sample).position() <= at
            && (at < position || isUpTo(samples.get(sample), events, position))) {
          replayed.apply(samples.get(sample++).sample());
        }
        if (at < position) {
          replayed.apply(events.get(at));
        }
      }
      assertThat(tape.at(position)).as("seed %d, position %d", seed, position).isEqualTo(replayed);
    }
    assertThat(tape.atNanos(Long.MAX_VALUE)).as("seed %d, the end", seed).isEqualTo(tape.now());
  }

  private static boolean isUpTo(Taken taken, List<TraceEvent> events, long position) {
    return position > 0 && taken.sample().nanos() <= events.get((int) position - 1).nanos();
  }

  @Test
  void whatIsOldGoesAndTheRestIsRightWithoutIt() {
    RandomTape engine = new RandomTape(7);
    Tape small = new Tape(SECOND, 0);
    Tape large = new Tape();
    while (large.end() < 6L * Tape.CHUNK) {
      for (TraceEvent event : engine.step()) {
        small.append(event);
        large.append(event);
      }
    }
    assertThat(small.end()).isEqualTo(large.end());
    assertThat(small.begin()).isPositive();
    assertThat(small.end() - small.begin()).isLessThanOrEqualTo(3L * Tape.CHUNK);
    for (long position = small.begin(); position < small.end(); position += 999) {
      assertThat(small.at(position)).as("position %d", position).isEqualTo(large.at(position));
    }
  }

  @Test
  void aPositionIsFoundByItsMoment() {
    Tape tape = new Tape();
    for (int i = 0; i < 10; i++) {
      tape.append(new TraceEvent.Note(i, i / 2 * SECOND, 0, -1, "n"));
    }
    assertThat(tape.positionAt(-1)).isZero();
    assertThat(tape.positionAt(0)).isEqualTo(2);
    assertThat(tape.positionAt(SECOND + 1)).isEqualTo(4);
    assertThat(tape.positionAt(99 * SECOND)).isEqualTo(10);
  }

  @Test
  void theStateOfAMomentKnowsNothingLater() {
    Tape tape = new Tape();
    tape.append(new TraceEvent.SocketOpened(0, SECOND, 1, -1, 3, 7, false));
    tape.append(new TraceEvent.SocketCallback(1, SECOND, 2, -1, 3, 7, "OUT", null));
    tape.append(new TraceEvent.SocketCallback(2, 2 * SECOND, 2, -1, 3, 7, "IN", "P1"));
    tape.append(new TraceEvent.SocketClosing(3, 3 * SECOND, 1, -1, 7, false));
    assertThat(tape.atNanos(SECOND - 1).socket(7)).isNull();
    assertThat(tape.atNanos(SECOND).socket(7).poll()).isEqualTo(Poll.OUT);
    assertThat(tape.atNanos(2 * SECOND).socket(7).poll()).isEqualTo(Poll.IN);
    assertThat(tape.atNanos(2 * SECOND).socket(7).transfers()).containsExactly(3L);
    assertThat(tape.atNanos(3 * SECOND).socket(7)).isNull();
  }
}
