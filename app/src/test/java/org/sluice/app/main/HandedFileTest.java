package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandedFileTest {
  @TempDir private Path folder;

  @Test
  void aFileIsFoundByPathAndByUrl() throws IOException {
    Path file = Files.createFile(folder.resolve("my list.META4"));
    assertThat(HandedFile.of("my list.META4", folder)).isEqualTo(file);
    assertThat(HandedFile.of(file.toString(), Path.of("/"))).isEqualTo(file);
    assertThat(HandedFile.of(file.toUri().toString(), Path.of("/"))).isEqualTo(file);
  }

  @Test
  void anAddressIsNoFile() {
    assertThat(HandedFile.of("https://example.org/a.meta4", folder)).isNull();
    assertThat(HandedFile.of("not-there.meta4", folder)).isNull();
    assertThat(HandedFile.of("get", folder)).isNull();
    assertThat(HandedFile.of("file://host/%zz.meta4", folder)).isNull();
  }
}
