package org.sluice.engine.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedMeterTest {
  private static final long MS = 1_000_000L;
  private static final long BUCKET_MS = 250;

  /// The clock's origin is arbitrary.
  private static final long START = -7_000_000_000L;

  private record Came(long ms, long bytes) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void countsAsAListOfEverythingWould(long seed) {
    Random random = new Random(seed);
    SpeedMeter meter = new SpeedMeter(START);
    List<Came> all = new ArrayList<>();
    long ms = 0;
    for (int round = 0; round < 5_000; round++) {
      ms += random.nextInt(20) == 0 ? random.nextInt(5_000) : random.nextInt(120);
      Came came = new Came(ms, random.nextInt(100_000));
      all.add(came);
      meter.add(START + ms * MS, came.bytes());
      long bucket = ms / BUCKET_MS;
      long from = Math.max(0, bucket - 11) * BUCKET_MS;
      double speed = bytes(all, from, ms + 1) * 1000.0 / Math.max(BUCKET_MS, ms - from);
      assertThat((double) meter.bytesPerSecond(START + ms * MS))
          .as("speed at %s ms, seed %s", ms, seed)
          .isCloseTo(speed, within(1.0));
      if (round % 50 == 0) {
        int most = 1 + random.nextInt(100);
        long[] samples = meter.samples(START + ms * MS, most);
        assertThat(samples.length).as("seed %s", seed).isEqualTo((int) Math.min(most, bucket));
        for (int i = 0; i < samples.length; i++) {
          long begin = (bucket - samples.length + i) * BUCKET_MS;
          assertThat(samples[i])
              .as("bucket at %s ms, seed %s", begin, seed)
              .isEqualTo(bytes(all, begin, begin + BUCKET_MS));
        }
      }
    }
  }

  @Test
  void showsTheSpeedOfTheLastThreeSeconds() {
    SpeedMeter meter = new SpeedMeter(START);
    feed(meter, 0, 10_000, 1_000);
    assertThat(meter.bytesPerSecond(START + 10_000 * MS)).isBetween(99_000L, 101_000L);
    feed(meter, 10_000, 11_500, 3_000);
    assertThat(meter.bytesPerSecond(START + 11_500 * MS)).isBetween(200_000L, 210_000L);
    assertThat(meter.bytesPerSecond(START + 14_500 * MS)).isZero();
  }

  @Test
  void aFirstBurstIsNoSpeed() {
    SpeedMeter meter = new SpeedMeter(START);
    meter.add(START + MS, 1_000_000);
    assertThat(meter.bytesPerSecond(START + MS)).isEqualTo(4_000_000);
  }

  @Test
  void whatWasBeforeAPauseNoLongerCounts() {
    SpeedMeter meter = new SpeedMeter(START);
    feed(meter, 0, 5_000, 1_000);
    meter.restart(START + 65_100 * MS);
    feed(meter, 65_100, 66_100, 5_000);
    assertThat(meter.bytesPerSecond(START + 66_100 * MS)).isBetween(490_000L, 510_000L);
    assertThat(meter.samples(START + 66_100 * MS, 10)).endsWith(125_000, 125_000, 125_000);
  }

  @Test
  void theChartIsBounded() {
    SpeedMeter meter = new SpeedMeter(START);
    meter.add(START, 1);
    long dayMs = 24 * 3_600_000L;
    meter.add(START + dayMs * MS, 7);
    long[] samples = meter.samples(START + (dayMs + 250) * MS, Integer.MAX_VALUE);
    assertThat(samples).hasSize(SpeedMeter.MOST_SAMPLES - 1).endsWith(0, 0, 7);
    assertThat(samples[0]).isZero();
  }

  @Test
  void bytesDoNotGoBack() {
    SpeedMeter meter = new SpeedMeter(START);
    assertThatIllegalArgumentException().isThrownBy(() -> meter.add(START, -1));
  }

  private static void feed(SpeedMeter meter, long fromMs, long toMs, long bytesPerTenMs) {
    for (long ms = fromMs; ms < toMs; ms += 10) {
      meter.add(START + ms * MS, bytesPerTenMs);
    }
  }

  private static long bytes(List<Came> all, long fromMs, long toMs) {
    return all.stream()
        .filter(came -> came.ms() >= fromMs && came.ms() < toMs)
        .mapToLong(Came::bytes)
        .sum();
  }
}
