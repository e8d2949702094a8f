package org.sluice.app.queues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.download.SpeedNow;
import org.sluice.engine.queue.QueueRules;
import org.sluice.engine.queue.Schedule;
import org.sluice.engine.queue.SpeedPlan;
import org.sluice.engine.queue.SystemAction;
import org.sluice.engine.queue.WeekPlan.Hour;

/// The pages of queues and speed, without a window.
class QueuesViewModelTest {
  private final Book book = new Book();
  private final List<CompletableFuture<?>> wishes = new ArrayList<>();
  private final QueuesViewModel model = new QueuesViewModel(book, wishes::add);
  private final SpeedViewModel speed = new SpeedViewModel(book, wishes::add);

  /// A list that answers when it is told to.
  private static final class Book implements QueueBook {
    final List<String> asked = new ArrayList<>();
    List<QueueRules> rules = List.of(QueueRules.named("main"), QueueRules.named("night"));
    SpeedNow now = SpeedNow.NONE;
    List<CompletableFuture<List<QueueRules>>> questions = new ArrayList<>();
    List<CompletableFuture<SpeedNow>> speeds = new ArrayList<>();

    @Override
    public CompletableFuture<List<QueueRules>> queues() {
      CompletableFuture<List<QueueRules>> question = new CompletableFuture<>();
      questions.add(question);
      return question;
    }

    private CompletableFuture<Void> done(String what) {
      asked.add(what);
      return new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<Void> putQueue(QueueRules put) {
      return done("put " + put.name());
    }

    @Override
    public CompletableFuture<Void> renameQueue(String name, String other) {
      return done("rename " + name + " " + other);
    }

    @Override
    public CompletableFuture<Void> placeQueue(String name, int place) {
      return done("place " + name + " " + place);
    }

    @Override
    public CompletableFuture<Void> removeQueue(String name) {
      return done("remove " + name);
    }

    @Override
    public CompletableFuture<SpeedNow> speed() {
      CompletableFuture<SpeedNow> question = new CompletableFuture<>();
      speeds.add(question);
      return question;
    }

    @Override
    public CompletableFuture<Void> setSpeed(SpeedPlan plan) {
      return done("speed " + plan.limitBytesPerSecond() + "; " + plan.hoursText());
    }

    @Override
    public CompletableFuture<Void> limit(long bytesPerSecond) {
      return done("limit " + bytesPerSecond);
    }
  }

  @BeforeEach
  void known() {
    model.ask();
    book.questions.getLast().complete(book.rules);
    model.look();
  }

  private QueueRules night() {
    return model.find("night").orElseThrow();
  }

  @Test
  void aChangeIsShownAtOnceAndAnOlderAnswerDoesNotTakeItBack() {
    model.ask();
    CompletableFuture<List<QueueRules>> before = book.questions.getLast();
    model.put(night().concurrency(9));
    assertThat(night().concurrency()).isEqualTo(9);
    before.complete(book.rules);
    model.look();
    assertThat(night().concurrency()).as("asked before the change").isEqualTo(9);
    book.questions.getLast().complete(List.of(QueueRules.named("main")));
    model.look();
    assertThat(model.find("night")).as("the engine has the last word").isEmpty();
  }

  @Test
  void hoursArePaintedAndComeBackByTheDefault() {
    model.paint("night", Set.of(0, 1), Hour.STOPPED);
    model.paint("night", Set.of(2), Hour.LIMITED);
    assertThat(night().schedule().isOpen(ZonedDateTime.parse("2026-11-23T01:30:00Z"))).isFalse();
    assertThat(night().speed().hoursText()).isEqualTo("Mon 02:00-03:00 = 1000000");
    model.limit("night", 250_000);
    assertThat(night().speed().hoursText()).isEqualTo("Mon 02:00-03:00 = 250000");
    int asked = book.asked.size();
    model.paint("night", Set.of(2), Hour.LIMITED);
    assertThat(book.asked).as("nothing new").hasSize(asked);
    model.resetWeek("night");
    assertThat(night()).isEqualTo(QueueRules.named("night"));
  }

  @Test
  void aRenamedQueueKeepsItsPlaceAndTakesItsRules() {
    model.put(QueueRules.named("last"));
    model.replace("night", night().name("dark").concurrency(4));
    assertThat(book.asked).containsExactly("put last", "rename night dark", "put dark");
    assertThat(model.queuesProperty().get().stream().map(QueueRules::name))
        .containsExactly("main", "dark", "last");
    assertThat(model.find("dark").orElseThrow().concurrency()).isEqualTo(4);
    assertThat(wishes).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "night", "main", "Main", "MAIN"})
  void namesThatAreNotToBeHadAreRefused(String name) {
    assertThatThrownBy(() -> model.checkFree(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("A queue needs a name\\.|There is a queue .* already\\.");
  }

  @Test
  void theMainQueueStaysAndTheOrderHasEnds() {
    model.remove("main");
    model.move("main", -1);
    model.move("night", 1);
    assertThat(book.asked).isEmpty();
    model.move("night", -1);
    assertThat(book.asked).containsExactly("place night 0");
    assertThat(model.queuesProperty().get().getFirst().name()).isEqualTo("night");
    model.remove("night");
    assertThat(model.queuesProperty().get()).containsExactly(QueueRules.named("main"));
  }

  @Test
  void whatComesAfterIsCheckedAndAShellIsRefused() {
    model.whenEmpty("night", SystemAction.SLEEP);
    model.program("night", "notify-send \"It is here\" {name}");
    assertThat(night().afterFinish().whenEmpty()).isEqualTo(SystemAction.SLEEP);
    assertThat(night().afterFinish().command())
        .containsExactly("notify-send", "It is here", "{name}");
    assertThatThrownBy(() -> model.program("night", "sh -c {file}"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> model.program("night", "\"no end"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(night().afterFinish().command()).as("as it was").hasSize(3);
  }

  @Test
  void theSpeedOfAQueueIsThatOfItsLimitedHours() {
    model.limitAll("night", 5_000);
    assertThat(night().speed()).isEqualTo(SpeedPlan.of(5_000));
    model.paint("night", Set.of(7), Hour.FULL);
    model.limitAll("night", 6_000);
    assertThat(night().speed().limitAt(ZonedDateTime.parse("2026-11-23T08:00:00Z")))
        .isEqualTo(6_000);
    assertThat(night().speed().limitAt(ZonedDateTime.parse("2026-11-23T07:00:00Z"))).isZero();
    model.limitAll("night", 0);
    assertThat(night().speed()).isEqualTo(SpeedPlan.NONE);
  }

  @Test
  void theLimitOfAllHasHoursAndAHandTakesItsPlaceUntilTheNextOne() {
    speed.base(9_000);
    speed.paint(Set.of(0), Hour.LIMITED);
    speed.limit(4_000);
    assertThat(book.asked)
        .containsExactly(
            "speed 9000; ",
            "speed 9000; Mon 00:00-01:00 = 1000000",
            "speed 9000; Mon 00:00-01:00 = 4000");
    ZonedDateTime until = ZonedDateTime.parse("2026-11-23T01:00:00Z");
    SpeedPlan plan = speed.nowProperty().get().plan();
    book.speeds.getLast().complete(new SpeedNow(plan, 4_000, until, false));
    speed.look();
    speed.byHand(7_000);
    assertThat(speed.nowProperty().get()).isEqualTo(new SpeedNow(plan, 7_000, until, true));
    assertThat(NowWords.of(speed.nowProperty().get(), until.minusMinutes(5)))
        .isEqualTo("Now: limited to 7 kB/s, set by hand, until 01:00.");
    speed.resetWeek();
    assertThat(speed.nowProperty().get().plan()).isEqualTo(SpeedPlan.of(9_000));
  }

  @Test
  void hoursWithoutAnyLimitAreMoreThanTheGridOfSpeedShows() {
    SpeedPlan plan = SpeedPlan.parse(9_000, "Mon 00:00-01:00 = none");
    speed.ask();
    book.speeds.getLast().complete(new SpeedNow(plan, 9_000, null, false));
    speed.look();
    assertThat(speed.week().exact()).isFalse();
  }

  @Test
  void whatHoldsNowIsSaidInASentence() {
    ZonedDateTime noon = ZonedDateTime.parse("2026-11-23T12:00:00Z");
    QueueRules office =
        QueueRules.named("x")
            .schedule(Schedule.parse("Mon-Fri 08:00-18:00"))
            .speed(SpeedPlan.parse(0, "Mon-Fri 12:00-13:00 = 500K"));
    assertThat(NowWords.of(office, noon)).isEqualTo("Now: limited to 512 kB/s until 13:00.");
    assertThat(NowWords.of(office, noon.plusHours(1))).isEqualTo("Now: full speed until 18:00.");
    assertThat(NowWords.of(office, noon.plusDays(4).plusHours(9)))
        .isEqualTo("Now: stopped until Monday 08:00.");
    assertThat(NowWords.of(office.running(false), noon))
        .startsWith("The queue is stopped and starts nothing");
    assertThat(NowWords.of(QueueRules.named("x"), noon)).isEqualTo("Now: full speed.");
  }

  @ParameterizedTest
  @CsvSource({
    "25, 25000000, 25 MB/s",
    "2.5, 2500000, 2.5 MB/s",
    "'2,5 MB/s', 2500000, 2.5 MB/s",
    "500k, 500000, 500 kB/s",
    "500 kB/s, 500000, 500 kB/s",
    "1 GB, 1000000000, 1 GB/s",
    "1048576 B/s, 1048576, 1.049 MB/s",
    "no limit, 0, no limit",
    "'', 0, no limit",
    "0, 0, no limit"
  })
  void speedsAreReadAsTheyAreWritten(String typed, long rate, String shown) {
    assertThat(Rates.parse(typed)).isEqualTo(rate);
    assertThat(Rates.text(rate)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fast", "-5", "5 furlongs", "1e9", "0.0000001", "5 5"})
  void whatIsNoSpeedIsRefused(String typed) {
    assertThatThrownBy(() -> Rates.parse(typed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no speed");
  }
}
