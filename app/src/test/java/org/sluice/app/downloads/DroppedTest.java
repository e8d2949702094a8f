package org.sluice.app.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DroppedTest {
  @Test
  void linksBesideFilesAreTakenTooAndNoFileIsTakenForALink() {
    assertThat(Dropped.links("file:///a/b.meta4\nhttps://a.example/x", "/a/b.meta4", true))
        .isEqualTo("https://a.example/x");
    assertThat(Dropped.links(null, "/a/b.meta4", true)).isEmpty();
  }

  @Test
  void anAddressGoesBeforeItsText() {
    assertThat(Dropped.links("https://a.example/x", "The file", false))
        .isEqualTo("https://a.example/x");
    assertThat(Dropped.links("", " see https://a.example/x ", false))
        .isEqualTo("see https://a.example/x");
    assertThat(Dropped.links(null, null, false)).isEmpty();
  }
}
