package org.sluice.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever colour the system has, text can be read in it and on it.
class AccentTest {
  /// Colours are rounded to what a style sheet can say.
  private static final double ROUNDED = 0.05;

  @ParameterizedTest
  @EnumSource
  void everyHueIsMadeReadable(Theme theme) {
    Random random = new Random(11);
    Color back = theme == Theme.LIGHT ? Color.WHITE : Color.web("#0d1117");
    for (int i = 0; i < 400; i++) {
      Color wanted = Color.rgb(random.nextInt(256), random.nextInt(256), random.nextInt(256));
      Map<String, Color> tokens = Accent.tokens(wanted, theme);
      String words = "seed 11, " + theme + ", " + wanted;
      Color text = tokens.get("-color-accent-fg");
      double least = Accent.READABLE - ROUNDED;
      assertThat(Accent.contrast(text, back)).as(words).isGreaterThan(least);
      assertThat(Accent.contrast(text, tokens.get("-sl-selected"))).as(words).isGreaterThan(least);
      assertThat(Accent.contrast(Color.WHITE, tokens.get("-color-accent-emphasis")))
          .as(words)
          .isGreaterThan(least);
      assertThat(Accent.contrast(textOf(theme), tokens.get("-sl-selected")))
          .as("text of a selected row, " + words)
          .isGreaterThan(least);
    }
  }

  private static Color textOf(Theme theme) {
    return theme == Theme.LIGHT ? Color.web("#24292f") : Color.web("#c9d1d9");
  }

  @Test
  void theDesignsOwnColourAndNoneOfTheSystemLeaveTheStyleSheetsAlone() {
    assertThat(Accent.style(Accent.DESIGNED, Theme.LIGHT)).isEmpty();
    assertThat(Accent.style(Color.web("#157EFBFF"), Theme.DARK)).isEmpty();
    assertThat(Accent.style(Color.web("#8250df"), Theme.LIGHT))
        .contains("-color-accent-emphasis: rgba(130,80,223,1.00);");
  }
}
