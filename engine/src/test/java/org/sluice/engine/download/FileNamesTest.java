package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.engine.error.TransferException;

class FileNamesTest {
  @ParameterizedTest
  @CsvSource({
    "http://h/a/b/file.iso, file.iso",
    "http://h/file.iso?x=1/2#frag, file.iso",
    "http://h/, download",
    "http://h, download",
    "http://h/a/, download",
    "http://h/%2e%2e%2f%2e%2e%2fetc%2fpasswd, passwd",
    "http://h/%2e%2e%5cx, x",
    "http://h/.bashrc, bashrc",
    "http://h/..., download",
    "http://h/a%00b%0ac, abc",
    "http://h/caf%C3%A9.txt, café.txt",
    "http://h/a%20b.txt, a b.txt",
    "http://h/CON, _CON",
    "http://h/nul.txt, _nul.txt",
    "http://h/console.txt, console.txt",
    "http://h/a%3Ab%2A%3F.txt, a_b__.txt",
    "http://h/name%20., name",
    "http://h/exe%E2%80%AEfdp.txt, exefdp.txt"
  })
  void takesTheLastSegmentAndMakesItSafe(String url, String name) throws TransferException {
    assertThat(FileNames.fromUrl(url)).isEqualTo(name);
  }

  @Test
  void refusesWhatIsNoUrl() {
    assertThatThrownBy(() -> FileNames.fromUrl("example.org/x"))
        .isInstanceOf(TransferException.class);
  }

  @Test
  void shortensLongNamesAndKeepsTheExtension() {
    String name = FileNames.safe("€".repeat(300) + ".tar.gz");
    assertThat(name.getBytes(StandardCharsets.UTF_8).length)
        .isBetween(FileNames.MAX_BYTES - 2, FileNames.MAX_BYTES);
    assertThat(name).startsWith("€€").endsWith("€.tar.gz");
  }

  @Test
  void findsAFreeName(@TempDir Path folder) throws IOException {
    assertThat(FileNames.unused(folder, "a.txt")).isEqualTo("a.txt");
    Files.createFile(folder.resolve("a.txt"));
    assertThat(FileNames.unused(folder, "a.txt")).isEqualTo("a (1).txt");
    Files.createFile(folder.resolve("a (1).txt.part"));
    assertThat(FileNames.unused(folder, "a.txt")).isEqualTo("a (2).txt");
    Files.createFile(folder.resolve("b"));
    assertThat(FileNames.unused(folder, "b")).isEqualTo("b (1)");
    Files.createFile(folder.resolve("c.tar.gz"));
    assertThat(FileNames.unused(folder, "c.tar.gz")).isEqualTo("c (1).tar.gz");
  }
}
