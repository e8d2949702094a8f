package org.sluice.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.StoredItem;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

class EncodingTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anItemComesBackFromItsRow(long seed) {
    Samples samples = new Samples(seed);
    for (int i = 1; i <= 500; i++) {
      StoredItem item = samples.item(new ItemId(i));
      Row row = ItemRows.row(item);
      assertThat(ItemRows.item(row)).as("item %s of seed %s", i, seed).isEqualTo(item);
      assertThat(ItemRows.verifyFirst(row)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void spansComeBackFromTheirBytes(long seed) {
    Samples samples = new Samples(seed);
    for (int i = 0; i < 500; i++) {
      Spans spans = samples.spans(i % 40);
      assertThat(SpansBlob.decode(SpansBlob.encode(spans)))
          .as("round %s of seed %s", i, seed)
          .isEqualTo(spans);
    }
  }

  @Test
  void spansOfAWholeDownloadTakeFewBytes() {
    assertThat(SpansBlob.encode(Spans.of(new Span(0, 100)))).hasSize(2);
    assertThat(SpansBlob.encode(Spans.of(new Span(0, Long.MAX_VALUE)))).hasSize(10);
    assertThat(SpansBlob.decode(SpansBlob.encode(Spans.of(new Span(0, Long.MAX_VALUE)))))
        .isEqualTo(Spans.of(new Span(0, Long.MAX_VALUE)));
    assertThat(SpansBlob.decode(new byte[0])).isEqualTo(Spans.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void bytesThatAreNoSpansAreRefusedOrMakeSpans(long seed) {
    Random random = new Random(seed);
    int refused = 0;
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = new byte[random.nextInt(24)];
      random.nextBytes(bytes);
      try {
        Spans spans = SpansBlob.decode(bytes);
        assertThat(SpansBlob.decode(SpansBlob.encode(spans))).isEqualTo(spans);
      } catch (IllegalArgumentException e) {
        refused++;
      }
    }
    assertThat(refused).as("refused with seed %s", seed).isPositive();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void linesComeBackFromTheirText(long seed) {
    Samples samples = new Samples(seed);
    for (int i = 0; i < 300; i++) {
      List<List<@Nullable String>> records = new ArrayList<>();
      Lines lines = new Lines();
      for (int j = 0; j < i % 5; j++) {
        @Nullable String[] fields = {samples.text(), j % 2 == 0 ? null : samples.text()};
        records.add(Arrays.asList(fields));
        lines.add(fields);
      }
      String text = lines.toString();
      assertThat(Lines.parse(text, 2)).as("round %s of seed %s", i, seed).isEqualTo(records);
      assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
          .isEqualTo(text);
    }
  }

  @Test
  void textsThatNobodyWroteAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Lines.parse("a\tb", 2));
    assertThatIllegalArgumentException().isThrownBy(() -> Lines.parse("a\n", 2));
    assertThatIllegalArgumentException().isThrownBy(() -> EscapedText.unescape("\\"));
    assertThatIllegalArgumentException().isThrownBy(() -> EscapedText.unescape("\\x12"));
    assertThatIllegalArgumentException().isThrownBy(() -> EscapedText.unescape("\\q"));
  }

  @Test
  void aRowKnowsEachChange() {
    Row row = ItemRows.row(new Samples(7).item(new ItemId(7)));
    assertThat(row.at(8, 0).crc()).isNotEqualTo(row.crc());
    assertThat(row.at(7, 1).crc()).isNotEqualTo(row.crc());
    for (int i = 0; i < row.values().size(); i++) {
      Object other =
          switch (row.values().get(i)) {
            case null -> "";
            case Long number -> number + 1;
            case String text -> text + " ";
            default -> null;
          };
      assertThat(row.with(i, other).crc()).as("column %s", i).isNotEqualTo(row.crc());
    }
  }

  @Test
  void aMarkComesBackOrIsNone() {
    Mark mark = new Mark(12, 34, 5, true);
    byte[] bytes = mark.bytes();
    assertThat(Mark.parse(bytes)).isEqualTo(mark);
    assertThat(new Mark(Long.MAX_VALUE, 1, 0, false).bytes()).hasSameSizeAs(bytes);
    for (int i = 0; i < bytes.length; i++) {
      byte[] torn = bytes.clone();
      torn[i] ^= 4;
      assertThat(Mark.parse(torn)).as("a flipped bit at %s", i).isNull();
      assertThat(Mark.parse(Arrays.copyOf(bytes, i))).as("cut at %s", i).isNull();
    }
  }
}
