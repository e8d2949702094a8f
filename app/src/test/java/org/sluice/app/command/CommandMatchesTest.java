package org.sluice.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

class CommandMatchesTest {
  private static final Command PAUSE = named("Pause");
  private static final Command PASTE = named("Paste a link");
  private static final Command REPAINT = named("Repair the page");
  private static final Command RESUME = named("Resume").when(new SimpleBooleanProperty(false));
  private static final List<Command> ALL = List.of(RESUME, REPAINT, PASTE, PAUSE);

  @Test
  void nothingTypedShowsAllWithWhatCannotBeDoneLast() {
    assertThat(CommandMatches.of(" ", ALL)).containsExactly(REPAINT, PASTE, PAUSE, RESUME);
  }

  @Test
  void aBeginningGoesBeforeAnInside() {
    assertThat(CommandMatches.of("pa", ALL)).containsExactly(PASTE, PAUSE, REPAINT);
    assertThat(CommandMatches.of("PAU", ALL)).first().isEqualTo(PAUSE);
  }

  @Test
  void wordsMayComeInAnyOrderAndShort() {
    assertThat(CommandMatches.of("li pas", ALL)).containsExactly(PASTE);
    assertThat(CommandMatches.of("rpg", ALL)).containsExactly(REPAINT);
  }

  @Test
  void whatDoesNotFitIsNotThere() {
    assertThat(CommandMatches.of("xyz", ALL)).isEmpty();
  }

  @Test
  void theGroupCountsToo() {
    assertThat(CommandMatches.of("downloads pause", ALL)).containsExactly(PAUSE);
  }

  private static Command named(String words) {
    return Command.of("t." + words, "Downloads", words, null, () -> {});
  }
}
