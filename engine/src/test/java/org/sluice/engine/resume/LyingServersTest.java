package org.sluice.engine.resume;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.engine.item.Proof.Level;
import org.sluice.engine.lab.LabBytes;
import org.sluice.engine.lab.LabServer;

/// Each row of RIVALS 3.3 against the lab, through the engine: a run that is broken off, and a
/// second one that goes on, or knows why not.
class LyingServersTest {
  private static final int FIRST_RUN = 600_000;
  private static final int SIZE = 1 << 20;

  private static LabServer lab;
  private static Asker asker;

  @BeforeAll
  static void start() throws IOException {
    lab = LabServer.start();
    asker = new Asker();
  }

  @AfterAll
  static void stop() {
    asker.close();
    lab.close();
  }

  private static SmallDownload brokenOff(String target) throws Exception {
    SmallDownload download = new SmallDownload(asker, lab.http(target).toString());
    download.run(FIRST_RUN);
    return download;
  }

  private static void isWhole(SmallDownload download) throws IOException {
    assertThat(download.bytes()).hasSize(SIZE);
    assertThat(LabBytes.firstDifference(new ByteArrayInputStream(download.bytes()), 0))
        .isEqualTo(-1);
  }

  /// target | the steps of the second run | how sure; the file is whole and right at the end
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/1m | body [600000, 1048576) of 1048576 EXACT PROVEN | PROVEN",
        "/last-modified | body [600000, 1048576) of 1048576 EXACT PROVEN | " + "PROVEN",
        // nothing strong: samples
        "/weak-etag | equal: PROBABLE; body [600000, 1048576) of 1048576 EXACT "
            + "SINGLE_RUN | PROBABLE",
        "/no-etag | equal: PROBABLE; body [600000, 1048576) of 1048576 EXACT "
            + "SINGLE_RUN | PROBABLE",
        // 200 to If-Range although nothing changed
        "/if-range-broken | compare without condition, learn; equal: PROVEN; "
            + "body [600000, 1048576) of 1048576 EXACT SINGLE_RUN | PROVEN",
        "/if-range-broken?tags=0 | compare without condition, learn; equal: PROVEN; body [600000,"
            + " 1048576) of 1048576 EXACT SINGLE_RUN | PROVEN",
        // another tag for each request
        "/changing | compare without condition; equal: PROBABLE; body [600000, "
            + "1048576) of 1048576 EXACT SINGLE_RUN | PROBABLE",
        // 206 that lies
        "/wrong-range | no ranges WRONG_START ASK_WHOLE; whole 1048576 "
            + "UNLIKELY; equal: PROVEN | PROVEN",
        "/wrong-total | no ranges WRONG_TOTAL ASK_WHOLE; whole 1048576 "
            + "UNLIKELY; equal: PROVEN | PROVEN",
        "/no-content-range | no ranges NO_CONTENT_RANGE ASK_WHOLE; whole "
            + "1048576 UNLIKELY; equal: PROVEN | PROVEN",
        "/multipart | no ranges MULTIPART ASK_WHOLE; whole 1048576 UNLIKELY; "
            + "equal: PROVEN | PROVEN",
        // 206 that ends elsewhere
        "/longer-range | body [600000, 1048576) of 1048576 EXACT PROVEN | " + "PROVEN",
        "/shorter-range?most=200k | body [204800, 409600) of 1048576 SHORTER "
            + "PROVEN; body [409600, 614400) of 1048576 SHORTER SINGLE_RUN; body "
            + "[614400, 819200) of 1048576 SHORTER SINGLE_RUN; body [819200, 1024000) "
            + "of 1048576 SHORTER SINGLE_RUN; body [1024000, 1048576) of 1048576 "
            + "EXACT SINGLE_RUN | PROVEN",
        // 200 to a range: from the start, or only later
        "/no-ranges | no ranges IGNORED SKIP_READ; equal: PROVEN | PROVEN",
        "/ranges-claimed | compare without condition, learn; sample: no ranges "
            + "IGNORED SKIP_READ; whole 1048576 UNLIKELY; equal: PROVEN | PROVEN",
        "/ranges-stop?after=1&key=a | compare without condition, learn; sample: "
            + "no ranges IGNORED SKIP_READ; whole 1048576 UNLIKELY; equal: PROVEN | "
            + "PROVEN",
        // nobody says how long it is
        "/unknown-size | compare without condition, learn; sample: no ranges "
            + "IGNORED SKIP_READ; whole -1 UNLIKELY; equal: PROVEN | PROVEN",
        "/unknown-size-ranges | body [600000, 1048576) of -1 EXACT PROVEN; 416 "
            + "1048576 COMPLETE | PROVEN",
        // 416 to everything
        "/416 | 416 1048576 ASK_WHOLE; whole 1048576 UNLIKELY; equal: PROVEN | " + "PROVEN",
        // a connection never brings all of it
        "/cut?size=1m&every=300k | body [307200, 1048576) of 1048576 EXACT "
            + "PROVEN; body [614400, 1048576) of 1048576 EXACT SINGLE_RUN; body "
            + "[921600, 1048576) of 1048576 EXACT SINGLE_RUN | PROVEN"
      })
  void goesOn(String target, String steps, String level) throws Exception {
    SmallDownload download = brokenOff(target);
    download.resume(Strictness.LENIENT);
    assertThat(String.join("; ", download.steps())).isEqualTo(steps);
    assertThat(download.level()).isEqualTo(Level.valueOf(level));
    isWhole(download);
  }

  /// target | the steps of the second run; what the first one brought is kept as it was
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/changed?key=tagged | compare without condition; changed",
        "/changed?grow=1000&key=longer | changed",
        "/changed?tags=0&key=silent | changed",
        "/changed?tags=0&grow=1000&key=silent-longer | sample: changed",
        "/one-time?key=x | expired",
        "/one-time?status=403&key=y | expired",
        "/expiring?after=1&token=z | expired",
        "/login-later?key=x | page"
      })
  void stopsAndKeepsWhatIsThere(String target, String steps) throws Exception {
    SmallDownload download = brokenOff(target);
    byte[] before = download.bytes();
    assertThat(before).hasSize(FIRST_RUN);
    download.resume(Strictness.LENIENT);
    assertThat(String.join("; ", download.steps())).isEqualTo(steps);
    assertThat(download.bytes()).isSameAs(before);
  }

  /// target | what its first answer is
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/511 | sign-in",
        "/404 | refused",
        "/status/401 | credentials",
        "/busy?fails=9&retry=7200&key=x | busy 7200 s",
        "/crowded?most=0&key=x | busy",
        "/status/500 | error",
        "/bytes/0 | 416 0 EMPTY",
        "/small | whole 13 UNLIKELY"
      })
  void firstAnswers(String target, String steps) throws Exception {
    SmallDownload download = new SmallDownload(asker, lab.http(target).toString());
    download.run(FIRST_RUN);
    assertThat(String.join("; ", download.steps())).isEqualTo(steps);
  }

  @Test
  void aTagThatMovesIsForTheUserToDecideIfRulesAreStrict() throws Exception {
    SmallDownload download = brokenOff("/changing");
    download.resume(Strictness.STRICT);
    assertThat(download.steps()).containsExactly("compare without condition", "may have changed");
    assertThat(download.bytes()).hasSize(FIRST_RUN);
  }

  @Test
  void aHostThatDoesNotKnowItsOwnTagIsLearned() throws Exception {
    SmallDownload download = brokenOff("/if-range-broken");
    assertThat(download.learned()).isFalse();
    download.resume(Strictness.STRICT);
    assertThat(download.learned()).isTrue();
    isWhole(download);
    SmallDownload good = brokenOff("/ranges-claimed");
    good.resume(Strictness.STRICT);
    assertThat(good.learned()).as("it has no ranges, which is another matter").isFalse();
  }

  @Test
  void aCompressedBodyIsFetchedInOnePiece() throws Exception {
    SmallDownload download = new SmallDownload(asker, lab.http("/range-encoded").toString());
    download.run(5_000);
    assertThat(download.steps().getFirst()).startsWith("whole ").endsWith(" NONE");
    download.resume(Strictness.LENIENT);
    assertThat(download.steps().getFirst()).isEqualTo("no ranges ENCODED ASK_WHOLE");
    assertThat(download.steps().getLast()).isEqualTo("equal: PROVEN");
    assertThat(download.bytes()).hasSizeGreaterThan(5_000);
  }

  @Test
  void aNewTokenForTheSamePlaceContinues() throws Exception {
    SmallDownload download = brokenOff("/expiring?after=1&token=one");
    download.resume(Strictness.LENIENT);
    assertThat(download.steps()).containsExactly("expired");
    download.newAddress(lab.http("/expiring?after=9&token=two").toString());
    download.resume(Strictness.LENIENT);
    assertThat(download.level()).isEqualTo(Level.PROVEN);
    isWhole(download);
  }

  @Test
  void anotherAddressContinuesIfItsBytesAreTheSame() throws Exception {
    SmallDownload download = brokenOff("/one-time?key=mirrors");
    download.resume(Strictness.LENIENT);
    assertThat(download.steps()).containsExactly("expired");
    download.newAddress(lab.http("/mirror/broken").toString());
    download.resume(Strictness.LENIENT);
    assertThat(download.steps()).containsExactly("changed");
    download.newAddress(lab.http("/mirror/a?size=2000000").toString());
    download.resume(Strictness.LENIENT);
    assertThat(download.steps()).containsExactly("sample: changed");
    download.newAddress(lab.http("/mirror/a").toString());
    download.resume(Strictness.STRICT);
    assertThat(download.steps()).first().isEqualTo("equal: PROBABLE");
    assertThat(download.level()).isEqualTo(Level.PROBABLE);
    isWhole(download);
    assertThat(download.steps()).hasSize(2);
  }

  @Test
  void anotherAddressWithTheSameTagProvesIt() throws Exception {
    SmallDownload download = brokenOff("/one-time?key=same-tag");
    download.newAddress(lab.http("/1m").toString());
    download.resume(Strictness.STRICT);
    assertThat(download.steps()).first().isEqualTo("equal: PROVEN");
    isWhole(download);
  }
}
