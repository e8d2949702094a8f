package org.sluice.app.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Bidi;
import org.junit.jupiter.api.Test;

/// Words of both directions beside each other.
class IsolateTest {
  private static final String MARK = "\u200e";

  @Test
  void aMarkStandsBetweenWordsFromTheRightToTheLeft() {
    assertThat(Isolate.wrapped("أجاب الخادم وربما لاحقًا طلب"))
        .isEqualTo("أجاب " + MARK + "الخادم " + MARK + "وربما " + MARK + "لاحقًا " + MARK + "طلب");
  }

  @Test
  void noMarkStandsInWhatIsShortOrFromTheLeftToTheRight() {
    assertThat(Isolate.wrapped("أجاب الخادم")).isEqualTo("أجاب الخادم");
    assertThat(Isolate.wrapped("a long line of words in English"))
        .isEqualTo("a long line of words in English");
  }

  /// Else it would stand before the number: a blank between two that run to the right is one of theirs.
  @Test
  void theBlankAfterANumberRunsFromTheRightToTheLeft() {
    String text =
        Isolate.wrapped(
            "استلم " + MARK + "315 MB" + MARK + " من " + MARK + "404" + MARK + ": عبر الشبكة");
    Bidi bidi = new Bidi(text, Bidi.DIRECTION_RIGHT_TO_LEFT);
    assertThat(bidi.getLevelAt(text.indexOf("MB") + 3)).as("the blank after MB").isEqualTo(1);
    assertThat(bidi.getLevelAt(text.indexOf("MB") - 1)).as("the blank within").isEqualTo(2);
    assertThat(bidi.getLevelAt(text.indexOf(':'))).as("the colon").isEqualTo(1);
    assertThat(bidi.getLevelAt(text.indexOf(':') + 1)).as("the blank after it").isEqualTo(1);
  }

  @Test
  void bracketsAroundANumberAreThoseOfTheSentence() {
    String text = Isolate.wrapped("ويعطيه استدعاءً راجعًا للمقبس (2)، ويضيف عمليات نقله");
    Bidi bidi = new Bidi(text, Bidi.DIRECTION_RIGHT_TO_LEFT);
    assertThat(bidi.getLevelAt(text.indexOf('('))).isEqualTo(1);
    assertThat(bidi.getLevelAt(text.indexOf(')'))).isEqualTo(1);
    assertThat(bidi.getLevelAt(text.indexOf('،'))).as("the comma").isEqualTo(1);
  }
}
