package org.sluice.app.learn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where the three who talk stand, in lists of several widths.
class SaidPlacesTest {
  /// The words `callback(1, REMOVE)`, the mark behind them and the gaps at both ends, in pixels.
  private static final double CALL = 168;

  @ParameterizedTest
  @ValueSource(doubles = {384, 400, 487, 516, 700})
  void aCallStandsBetweenItsLines(double width) {
    double application = SaidCell.place(Lane.APPLICATION, width);
    double multi = SaidCell.place(Lane.MULTI, width);
    double sockets = SaidCell.place(Lane.SOCKETS, width);
    assertThat(multi - application).isGreaterThanOrEqualTo(CALL);
    assertThat(sockets - multi).as("1 is writable").isGreaterThanOrEqualTo(105);
    assertThat(application).as("half of its head").isGreaterThan(48);
    assertThat(width - sockets).as("half of its head").isGreaterThan(48);
  }
}
