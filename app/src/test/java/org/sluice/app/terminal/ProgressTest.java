package org.sluice.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

class ProgressTest {
  private static final long MIB = 1 << 20;
  private static final ItemView HALF = Items.running(1, "a.iso", 10 * MIB, 5 * MIB);

  @Test
  void aLineAtWork() {
    assertThat(line(80, HALF))
        .isEqualTo("a.iso            ######+......   50%  5.0 of 10.0 MiB  1.0 MiB/s  5 s left");
    ItemView segments =
        Items.amount(
            Items.segments(
                Items.item(
                    1,
                    "a.iso",
                    ItemState.RUNNING,
                    StateReason.NONE,
                    10 * MIB,
                    Spans.of(new Span(0, 2 * MIB), new Span(5 * MIB, 6 * MIB))),
                2 * MIB,
                6 * MIB),
            MIB,
            7,
            -1,
            2);
    assertThat(line(110, segments))
        .isEqualTo(
            "a.iso                  ###+.....#+.......   30%  3.0 of 10.0 MiB  1.0 MiB/s"
                + "  7 s left  2 connections");
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 40, 60, 80, 100, 200})
  void aLineFitsItsTerminal(int width) {
    ItemView long1 = Items.running(1, "説明書".repeat(30) + ".pdf", 10_000 * MIB, 9_999 * MIB);
    assertThat(Columns.of(line(width, long1))).isLessThanOrEqualTo(Math.max(width, 21));
  }

  @Test
  void whatWaitsSaysWhyAndHowLong() {
    ItemView busy = Items.item(1, "a", ItemState.WAITING, StateReason.SERVER_BUSY, -1, Spans.EMPTY);
    assertThat(line(80, Items.until(busy, Items.NOW.plusSeconds(40))))
        .endsWith("0 bytes  again in 40 s  the server asked to wait");
    ItemView full = Items.item(1, "a", ItemState.PAUSED, StateReason.DISK_FULL, -1, Spans.EMPTY);
    assertThat(line(80, full)).endsWith("the disk is full");
  }

  @Test
  void whatIsCheckedShowsHowFarItWasRead() {
    ItemView item =
        Items.item(
            1,
            "a",
            ItemState.VERIFYING,
            StateReason.NONE,
            10 * MIB,
            Spans.of(new Span(0, 10 * MIB)));
    assertThat(line(80, Items.amount(item, 0, -1, 5 * MIB, 0)))
        .contains("######+......")
        .endsWith(" 50%  5.0 of 10.0 MiB  checking");
  }

  @ParameterizedTest
  @CsvSource({"0, 10, 0", "9999, 10000, 99", "10000, 10000, 100", "1, 3, 33"})
  void aHundredPercentIsAll(long part, long whole, long percent) {
    assertThat(ProgressLine.percent(part, whole)).isEqualTo(percent);
  }

  @Test
  void aFrameShowsTheFirstAndCountsTheRest() {
    List<ItemView> items = new ArrayList<>();
    for (int i = 1; i <= ProgressFrame.MOST_LINES + 3; i++) {
      items.add(Items.running(i, "file" + i, 10 * MIB, MIB));
    }
    for (int i = 20; i < 25; i++) {
      items.add(Items.item(i, "q" + i, ItemState.QUEUED, StateReason.NONE, -1, Spans.EMPTY));
    }
    items.add(Items.item(30, "done", ItemState.COMPLETE, StateReason.NONE, 1, Spans.EMPTY));
    List<String> frame = frame(items, new ProgressFrame.Sum(1, 21, 3 * MIB));
    assertThat(frame).hasSize(ProgressFrame.MOST_LINES + 2);
    assertThat(frame.get(ProgressFrame.MOST_LINES)).isEqualTo("… and 3 more at work");
    assertThat(frame.getLast()).isEqualTo("1 of 21 files, 5 wait, 3.0 MiB/s");
  }

  @Test
  void oneFileAloneNeedsNoSum() {
    assertThat(frame(List.of(HALF), new ProgressFrame.Sum(0, 1, MIB))).hasSize(1);
  }

  @Test
  void aScreenIsRedrawnInPlace() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Screen screen = new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    screen.draw(List.of(), List.of("one", "two"));
    screen.draw(List.of("done"), List.of("three"));
    screen.clear();
    screen.clear();
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "\u001b[?7lone\ntwo\n\u001b[?7h"
                + "\u001b[2A\r\u001b[Jdone\n\u001b[?7lthree\n\u001b[?7h"
                + "\u001b[1A\r\u001b[J");
  }

  @Test
  void nothingWritesWhereItDoesNotBelong() {
    assertThat(Columns.harmless("a\u001b[2Jb\u202ec\n")).isEqualTo("a?[2Jb?c?");
    assertThat(Columns.fitted("説明書.pdf", 8)).isEqualTo("… 書.pdf");
    assertThat(Columns.fitted("説明書", 8)).isEqualTo("説明書  ");
  }

  @ParameterizedTest
  @CsvSource({
    "40 132, '', 132",
    "40 132, 90, 132",
    "'', 90, 90",
    "0 0, 90, 90",
    "nonsense, '', 80",
    "40 2, '', 20"
  })
  void theWidthIsAskedFor(String stty, String columns, int width) {
    assertThat(Terminal.width(Map.of("COLUMNS", columns), stty)).isEqualTo(width);
  }

  @Test
  void oldTerminalsGetOldCharacters() {
    assertThat(Glyphs.of(StandardCharsets.UTF_8)).isEqualTo(Glyphs.BLOCKS);
    assertThat(Glyphs.of(StandardCharsets.US_ASCII)).isEqualTo(Glyphs.ASCII);
  }

  private static String line(int width, ItemView item) {
    return new ProgressLine(width, Glyphs.ASCII, Items.NOW, ZoneOffset.UTC).of(item);
  }

  private static List<String> frame(List<ItemView> items, ProgressFrame.Sum sum) {
    ProgressLine line = new ProgressLine(80, Glyphs.ASCII, Items.NOW, ZoneOffset.UTC);
    return ProgressFrame.of(items, sum, 80, line);
  }
}
