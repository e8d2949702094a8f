package org.sluice.engine.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.disk.FreeSpace.Verdict;

class FreeSpaceTest {
  private static final long MIB = 1 << 20;
  private static final long GIB = 1 << 30;

  @Test
  void leavesFivePercentButNoMoreThanFiveHundredMebibytes() {
    assertThat(FreeSpace.cushionBytes(volume(0, 1_000_000))).isEqualTo(50_000);
    assertThat(FreeSpace.cushionBytes(volume(0, 1_000 * GIB))).isEqualTo(500 * MIB);
  }

  @Test
  void startsOnlyWhatFitsBesideThoseAtWorkAndTheCushion() {
    Volume volume = volume(10 * GIB, 1_000 * GIB);
    assertThat(FreeSpace.mayStart(volume, 5 * GIB, 4 * GIB)).isInstanceOf(Verdict.Go.class);
    Verdict wait = FreeSpace.mayStart(volume, 6 * GIB, 4 * GIB);
    assertThat(wait).isInstanceOf(Verdict.Wait.class);
    assertThat(((Verdict.Wait) wait).missingBytes()).isEqualTo(500 * MIB);
    assertThat(wait.reason()).contains("500 MiB have to become free");
    assertThat(FreeSpace.mayStart(volume, Long.MAX_VALUE, Long.MAX_VALUE))
        .isInstanceOf(Verdict.Wait.class);
  }

  @Test
  void stopsAtHalfOfTheCushionAndGoesOnAtAWholeOne() {
    Volume low = volume(249 * MIB, 1_000 * GIB);
    Volume between = volume(300 * MIB, 1_000 * GIB);
    Volume enough = volume(600 * MIB, 1_000 * GIB);
    assertThat(FreeSpace.keepOn(between, 100 * MIB)).isInstanceOf(Verdict.Go.class);
    assertThat(FreeSpace.keepOn(low, 100 * MIB)).isInstanceOf(Verdict.Wait.class);
    assertThat(FreeSpace.keepOn(low, -1)).as("unknown length").isInstanceOf(Verdict.Wait.class);
    assertThat(FreeSpace.keepOn(low, 0)).as("preallocated").isInstanceOf(Verdict.Go.class);
    assertThat(FreeSpace.mayGoOn(between, 0, 100 * MIB, FreeSpace.NEVER_FULL))
        .isInstanceOf(Verdict.Wait.class);
    assertThat(FreeSpace.mayGoOn(enough, 0, 100 * MIB, FreeSpace.NEVER_FULL))
        .isInstanceOf(Verdict.Go.class);
  }

  @Test
  void aSmallFileNeedsNoLargeCushion() {
    Volume low = volume(100 * MIB, 1_000 * GIB);
    assertThat(FreeSpace.fits(low, 0, 40 * MIB)).isInstanceOf(Verdict.Go.class);
    assertThat(FreeSpace.fits(low, 30 * MIB, 40 * MIB)).isInstanceOf(Verdict.Wait.class);
    assertThat(FreeSpace.fits(low, 0, 60 * MIB))
        .isInstanceOfSatisfying(
            Verdict.Wait.class, wait -> assertThat(wait.missingBytes()).isEqualTo(20 * MIB));
    Volume large = volume(10 * GIB, 1_000 * GIB);
    assertThat(FreeSpace.fits(large, 0, 9 * GIB)).isInstanceOf(Verdict.Go.class);
  }

  @Test
  void afterARefusedWriteThereMustBeMoreThanThen() {
    Volume volume = volume(50 * GIB, 1_000 * GIB); // and yet the quota is used up
    assertThat(FreeSpace.mayGoOn(volume, 0, GIB, 50 * GIB)).isInstanceOf(Verdict.Wait.class);
    assertThat(FreeSpace.mayGoOn(volume, 0, GIB, 50 * GIB - FreeSpace.MORE_THAN_THEN))
        .isInstanceOf(Verdict.Go.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatMayGoOnIsNotStoppedAtOnce(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      long total = random.nextLong(1, 1L << random.nextInt(1, 50));
      Volume volume = volume(random.nextLong(total + 1), total);
      long running = random.nextLong(total);
      long next = random.nextLong(total);
      long fullAt = random.nextBoolean() ? FreeSpace.NEVER_FULL : random.nextLong(total);
      if (FreeSpace.mayGoOn(volume, running, next, fullAt)
          instanceof Verdict.Wait(String _, long missing)) {
        Volume later = volume(volume.usableBytes() + missing, total);
        assertThat(FreeSpace.mayGoOn(later, running, next, fullAt))
            .as("%s after %s became free, seed %s", later, missing, seed)
            .isInstanceOf(Verdict.Go.class);
      } else {
        assertThat(FreeSpace.keepOn(volume, running + next))
            .as("%s with %s, seed %s", volume, running + next, seed)
            .isInstanceOf(Verdict.Go.class);
      }
    }
  }

  private static Volume volume(long usable, long total) {
    return new Volume("v", usable, total);
  }
}
