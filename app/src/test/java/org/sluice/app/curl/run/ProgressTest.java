package org.sluice.app.curl.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.app.curl.CurlCommand;

/// How progress is shown; the clock is a number here.
class ProgressTest {
  private static final long SECOND = 1_000_000_000;

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource(
      value = {
        "0, '     0', '    0'",
        "99999, ' 99999', '99999'",
        "100000, '97.65k', '97.6k'",
        "12345678, '11.77M', '11.7M'",
        "1073741824, ' 1.00G', '1024M'",
        "200000000000, '186.2G', ' 186G'",
        "9223372036854775807, ' 7.99E', '8191P'",
      })
  void sizesHaveAFixedWidth(long bytes, String six, String five) {
    assertThat(ProgressText.six(bytes)).isEqualTo(six);
    assertThat(ProgressText.five(bytes)).isEqualTo(five);
  }

  @ParameterizedTest
  @CsvSource({
    "0, '       ', '        '",
    "61, '  01:01', '00:01:01'",
    "3661, '1:01:01', '01:01:01'",
    "36061, '10h 01m', '10:01:01'",
    "360000, ' 4d 04h', '  4d 04h'",
    "8640000, '   100d', '100d 00h'",
    "90000000000, '>99999d', ' >  999d'",
  })
  void timesHaveAFixedWidth(long seconds, String seven, String eight) {
    assertThat(ProgressText.seven(seconds)).isEqualTo(seven);
    assertThat(ProgressText.eight(seconds)).isEqualTo(eight);
  }

  @Test
  void theBarIsAsWideAsTheTerminal() {
    assertThat(ProgressText.bar(60, 60, 79)).isEqualTo("\r" + "#".repeat(72) + " 100.0%");
    assertThat(ProgressText.bar(30, 60, 79))
        .isEqualTo("\r" + "#".repeat(36) + " ".repeat(36) + "  50.0%");
    assertThat(ProgressText.bar(90, 60, 5)).isEqualTo("\r" + "#".repeat(13) + " 100.0%");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://h/ | TABLE",
        "-s http://h/ | NONE",
        "--no-progress-meter http://h/ | NONE",
        "-# http://h/ | BAR",
        "-Z http://h/ | PARALLEL",
        "-Z -# http://h/ | BAR",
        "-s --no-silent http://h/ | TABLE",
      })
  void optionsSayHow(String line, ProgressMeter.Kind kind) throws Exception {
    assertThat(ProgressMeter.kindOf(CurlCommand.parse("curl " + line))).isEqualTo(kind);
  }

  private ProgressMeter meter(ProgressMeter.Kind kind) {
    return new ProgressMeter(kind, new PrintStream(shown, true, StandardCharsets.UTF_8), 40);
  }

  private String shown() {
    return shown.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theTableTellsBothDirections() {
    ProgressMeter meter = meter(ProgressMeter.Kind.TABLE);
    meter.begins(new Moved(0, -1, 0, 0, 5, 0));
    meter.tick(List.of(new Moved(500, 1000, 0, 0, 5, 0)), SECOND / 2);
    meter.tick(List.of(new Moved(500, 1000, 0, 0, 5, 0)), SECOND);
    meter.ends(new Moved(1000, 1000, 10, 10, 5, 0), 2 * SECOND);
    assertThat(shown())
        .isEqualTo(
            """
            ** Resuming transfer from byte position 5
              % Total    % Received % Xferd  Average Speed  Time    Time    Time   Current
                                             Dload  Upload  Total   Spent   Left   Speed
            """
                + "\r  0      0   0      0   0      0      0      0                              0"
                + "\r 50   1000  50    500   0      0    500      0   00:02   00:01   00:01    500"
                + "\r100   1010 100   1000 100     10    500      5   00:02   00:02            505"
                + "\n");
  }

  @Test
  void theBarEndsAtAHundred() {
    ProgressMeter meter = meter(ProgressMeter.Kind.BAR);
    meter.begins(new Moved(0, -1, 0, 0, 0, 0));
    meter.tick(List.of(new Moved(5, 10, 0, 0, 0, 0)), SECOND);
    meter.tick(List.of(new Moved(6, 10, 0, 0, 0, 0)), SECOND + 1);
    meter.ends(new Moved(10, 10, 0, 0, 0, 0), 2 * SECOND);
    assertThat(shown())
        .isEqualTo(ProgressText.bar(5, 10, 40) + ProgressText.bar(10, 10, 40) + "\n");
  }

  @Test
  void whoseSizeNobodyKnowsMovesToAndFro() {
    ProgressMeter meter = meter(ProgressMeter.Kind.BAR);
    meter.begins(new Moved(0, -1, 0, 0, 0, 0));
    for (int i = 1; i < 100; i++) {
      meter.tick(List.of(new Moved(i, -1, 0, 0, 0, 0)), i * SECOND);
    }
    assertThat(shown().split("\r", -1)).allMatch(line -> line.length() <= 41).hasSize(100);
    assertThat(shown()).contains("\r-=O=- \r -=O=- \r").doesNotContain("#");
  }

  @Test
  void oneLineForAllThatRunAtOnce() {
    ProgressMeter meter = meter(ProgressMeter.Kind.PARALLEL);
    meter.begins(new Moved(0, -1, 0, 0, 0, 0));
    meter.begins(new Moved(0, -1, 0, 0, 0, 0));
    meter.tick(List.of(new Moved(50, 100, 0, 0, 0, 0), new Moved(50, 100, 0, 0, 0, 0)), 1 * SECOND);
    meter.ends(new Moved(100, 100, 0, 0, 0, 0), 2 * SECOND);
    meter.ends(new Moved(100, 100, 0, 0, 0, 0), 2 * SECOND);
    meter.closes(2 * SECOND);
    assertThat(shown())
        .isEqualTo(
            "DL% UL%  Dled  Uled  Xfers  Live Total     Current  Left    Speed\n"
                + "\r 50 --    100     0     2     2           00:00:01              0      "
                + "\r100 --    200     0     2     0  00:00:02 00:00:02            100     \n");
  }

  @Test
  void nothingIsShownUnwanted() {
    ProgressMeter meter = meter(ProgressMeter.Kind.NONE);
    meter.begins(new Moved(0, -1, 0, 0, 0, 0));
    meter.tick(List.of(new Moved(5, 10, 0, 0, 0, 0)), SECOND);
    meter.ends(new Moved(10, 10, 0, 0, 0, 0), SECOND);
    meter.closes(SECOND);
    assertThat(shown()).isEmpty();
    assertThat(meter.everyMillis()).isEqualTo(Long.MAX_VALUE);
  }
}
