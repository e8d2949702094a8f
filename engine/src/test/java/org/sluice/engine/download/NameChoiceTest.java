package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sluice.engine.http.Headers;

class NameChoiceTest {
  private static final String URL = "http://h.example/dir/file.bin?x=1";

  @Test
  void theUserComesFirst() {
    Headers headers = Headers.of("Content-Disposition", "attachment; filename=\"server.bin\"");
    assertThat(NameChoice.of("mine.bin", URL, headers).name()).isEqualTo("mine.bin");
    assertThat(NameChoice.of(null, URL, headers).name()).isEqualTo("server.bin");
    assertThat(NameChoice.of(null, URL, Headers.EMPTY).name()).isEqualTo("file.bin");
  }

  @Test
  void noNameClimbsOutOfItsFolder() {
    for (String evil : new String[] {"../../x", "..\\\\..\\\\x", "/etc/x", "a/../x", "x/"}) {
      Headers headers = Headers.of("Content-Disposition", "attachment; filename=\"" + evil + "\"");
      assertThat(NameChoice.of(null, URL, headers).name()).as(evil).isEqualTo("x");
    }
  }

  @Test
  void anAddressWithoutANameGivesItsHost() {
    Headers html = Headers.of("Content-Type", "text/html; charset=utf-8");
    assertThat(NameChoice.of(null, "http://h.example/", html).name()).isEqualTo("h.example.html");
  }

  @Test
  void reservedNamesAreAvoided() {
    Headers headers = Headers.of("Content-Disposition", "attachment; filename=\"COM¹.txt\"");
    assertThat(NameChoice.of(null, URL, headers).name()).isEqualTo("_COM¹.txt");
  }
}
