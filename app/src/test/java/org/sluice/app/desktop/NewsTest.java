package org.sluice.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluice.app.desktop.News.Notice;
import org.sluice.app.terminal.Items;
import org.sluice.engine.download.DownloadEvent.Changed;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.range.Spans;

class NewsTest {
  private static final long LATER = News.GATHER_NANOS;

  private News news;

  @BeforeEach
  void begin() {
    news = new News();
  }

  private void happens(String name, ItemState state, StateReason reason, String sentence) {
    news.happened(
        new Changed(
            Items.saying(Items.item(1, name, state, reason, 10, Spans.EMPTY), sentence),
            ItemState.RUNNING),
        0);
  }

  @Test
  void oneIsSaidByItsName() {
    happens("a.iso", ItemState.COMPLETE, StateReason.NONE, "");
    assertThat(news.due(LATER - 1)).isNull();
    assertThat(news.due(LATER)).isEqualTo(new Notice("Download complete", "a.iso"));
    assertThat(news.due(2 * LATER)).isNull();
  }

  @Test
  void aFailureIsSaidWithItsCauseAndWithoutItsSecrets() {
    happens(
        "a.iso", ItemState.FAILED, StateReason.REFUSED, "https://u:secret@h/a?token=abc is gone");
    assertThat(news.due(LATER))
        .satisfies(
            notice -> {
              assertThat(notice.title()).isEqualTo("Download failed");
              assertThat(notice.text()).startsWith("a.iso\n").endsWith("is gone");
              assertThat(notice.text()).doesNotContain("secret").doesNotContain("abc");
            });
  }

  @Test
  void severalAreSaidTogether() {
    for (String name : new String[] {"a", "b", "c", "d"}) {
      happens(name, ItemState.COMPLETE, StateReason.NONE, "");
    }
    happens("e", ItemState.FAILED, StateReason.REFUSED, "");
    happens("f", ItemState.PAUSED, StateReason.NEEDS_ADDRESS, "");
    assertThat(news.due(LATER))
        .isEqualTo(new Notice("4 downloads complete, 1 failed, 1 needs you", "a\nb\nc\n…"));
  }

  @Test
  void whatTheUserDidOrSawIsNoNews() {
    happens("a", ItemState.PAUSED, StateReason.BY_USER, "");
    happens("b", ItemState.WAITING, StateReason.RETRY, "");
    assertThat(news.due(LATER)).isNull();
    happens("c", ItemState.COMPLETE, StateReason.NONE, "");
    news.seen();
    assertThat(news.due(LATER)).isNull();
  }
}
