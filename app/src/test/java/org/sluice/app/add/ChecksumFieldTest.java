package org.sluice.app.add;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.Checksum.Algorithm;

class ChecksumFieldTest {
  private static final String MD5 = "d41d8cd98f00b204e9800998ecf8427e";

  private final ChecksumField field = new ChecksumField();

  @Test
  void nothingTypedIsNoChecksumAndNoMistake() {
    field.textProperty().set("  ");
    assertThat(field.isEmpty()).isTrue();
    assertThat(field.parsed()).isNull();
  }

  @Test
  void digitsTellTheirAlgorithmByTheirNumber() {
    field.textProperty().set(" " + MD5 + " ");
    assertThat(field.parsed()).as("no SHA-256").isNull();
    field.recognizeAlgorithm();
    assertThat(field.algorithmProperty().get()).isEqualTo(Algorithm.MD5);
    assertThat(field.parsed()).isEqualTo(new Checksum(Algorithm.MD5, MD5));
  }

  @Test
  void halfAChecksumIsNone() {
    field.textProperty().set(MD5.substring(1));
    field.recognizeAlgorithm();
    assertThat(field.isEmpty()).isFalse();
    assertThat(field.algorithmProperty().get()).isEqualTo(Algorithm.SHA_256);
    assertThat(field.parsed()).isNull();
  }
}
