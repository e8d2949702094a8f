package org.sluice.engine.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabBytesTest {

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 7, 8, 9, 4_095, (1L << 31) - 3, (1L << 40) + 5})
  void fillingAgreesWithSingleBytesAtAnyOffset(long offset) {
    for (int length = 0; length < 40; length++) {
      byte[] filled = new byte[length];
      LabBytes.fill(filled, offset);
      for (int i = 0; i < length; i++) {
        assertThat(filled[i]).isEqualTo(LabBytes.at(offset + i));
      }
    }
  }

  @Test
  void twoStretchesAreNotAlike() {
    byte[] first = new byte[1 << 16];
    byte[] second = new byte[1 << 16];
    LabBytes.fill(first, 0);
    LabBytes.fill(second, 1 << 16);
    assertThat(first).isNotEqualTo(second);
  }

  @Test
  void aStreamIsCheckedFromItsOffsetOn() throws IOException {
    byte[] part = new byte[100_000];
    LabBytes.fill(part, 12_345);
    assertThat(LabBytes.firstDifference(new ByteArrayInputStream(part), 12_345)).isEqualTo(-1);
    part[70_001] ^= 1;
    assertThat(LabBytes.firstDifference(new ByteArrayInputStream(part), 12_345))
        .isEqualTo(12_345 + 70_001);
  }

  @Test
  void aFileDiffersWhereItEndsTooSoonOrTooLate(@TempDir Path folder) throws IOException {
    byte[] whole = new byte[1_000];
    LabBytes.fill(whole, 0);
    Path file = Files.write(folder.resolve("file"), whole);
    assertThat(LabBytes.firstDifference(file, 1_000)).isEqualTo(-1);
    assertThat(LabBytes.firstDifference(file, 1_001)).isEqualTo(1_000);
    assertThat(LabBytes.firstDifference(file, 999)).isEqualTo(999);
    whole[500] ^= 1;
    Files.write(file, whole);
    assertThat(LabBytes.firstDifference(file, 1_000)).isEqualTo(500);
  }
}
