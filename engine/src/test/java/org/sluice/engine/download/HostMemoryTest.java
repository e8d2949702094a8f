package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.journal.HostFacts;
import org.sluice.engine.journal.Journal;
import org.sluice.engine.journal.JournalOptions;

/// What is learned of a server in one process is known to the next.
class HostMemoryTest extends DownloadsTestBase {
  private ItemId crowded(String key, long bytes) {
    return add(
        request("/crowded?most=2&rate=512k&size=" + bytes + "&key=" + key)
            .fetch(FetchWish.DEFAULT.maxSegments(8)));
  }

  private List<HostFacts> facts() throws Exception {
    try (Journal journal =
        Journal.open(data, JournalOptions.of(Clock.systemUTC(), failure -> {}))) {
      return journal.contents().hosts();
    }
  }

  private long asked() {
    return lab.seen().stream().filter(r -> r.path().equals("/crowded")).count();
  }

  @Test
  void howManyConnectionsAServerBears() throws Exception {
    complete(add("/small")); // so that the first answer does not tell how long a cold start takes
    complete(crowded("one", 8 << 20));
    assertThat(asked()).as("it tried more than the server bears").isGreaterThan(2);
    downloads.close();
    assertThat(facts())
        .singleElement()
        .satisfies(
            facts -> {
              assertThat(facts.host()).isEqualTo(HostDesk.key(lab.http("/").toString()));
              assertThat(facts.maxConnections()).as("of four that it tried").isBetween(1, 3);
            });
    int learned = facts().getFirst().maxConnections();
    open();
    ItemId id = crowded("two", 6 << 20);
    await(
        id,
        view -> {
          assertThat(view.amount().connections()).as("connections").isBetween(0, learned);
          return view.state() == ItemState.COMPLETE;
        },
        "the file");
  }

  @Test
  void nothingIsMadeUpOfAServerThatBearsAll() throws Exception {
    complete(add("/1m"));
    downloads.close();
    assertThat(facts()).isEmpty();
    open();
  }

  @Test
  void theNextProcessBeginsWithWhatIsKnown() throws IOException {
    HostFacts known =
        new HostFacts(
            "http://h:80",
            3,
            Set.of(HostFacts.Trait.NO_ETAG_IF_RANGE),
            0,
            0,
            Clock.systemUTC().instant());
    HostDesk desk = new HostDesk(16, () -> 0, Clock.systemUTC(), List.of(known));
    assertThat(desk.share("http://h:80")).isEqualTo(3);
    assertThat(desk.has("http://h:80", HostFacts.Trait.NO_ETAG_IF_RANGE)).isTrue();
    assertThat(desk.share("http://other:80")).isEqualTo(16);
    assertThat(desk.has("http://other:80", HostFacts.Trait.NO_ETAG_IF_RANGE)).isFalse();
    HostFacts more = desk.learnCap("http://h:80", 2);
    assertThat(more.traits()).as("nothing is forgotten").isEqualTo(known.traits());
    assertThat(more.maxConnections()).isEqualTo(2);
    assertThat(desk.share("http://h:80")).isEqualTo(2);
  }
}
