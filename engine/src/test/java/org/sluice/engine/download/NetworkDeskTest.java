package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;

/// Networks that come and go, and a machine that slept, under a download that is at work.
class NetworkDeskTest extends DownloadsTestBase {
  private static final long SIZE = 6 << 20;

  private final AtomicReference<Set<String>> networks = new AtomicReference<>(Set.of("192.0.2.7"));
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  @Override
  World world() {
    return World.real().networks(networks::get);
  }

  @Override
  DownloadsOptions options() {
    DownloadsOptions plain = super.options();
    DownloadsOptions.Network network = plain.network();
    return plain
        .clock(new AdvancedClock())
        .network(
            new DownloadsOptions.Network(
                network.tls(),
                network.times(),
                Map.of("files.example", List.of(loopback())),
                network.proxy(),
                null,
                network.tries()));
  }

  private static InetAddress loopback() {
    return InetAddress.getLoopbackAddress();
  }

  /// The wall clock goes on while a machine sleeps, and the other one does not.
  private final class AdvancedClock extends Clock {
    @Override
    public Instant instant() {
      return Instant.now().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.systemDefault();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /// By a name, since this machine itself can be reached in every network.
  private ItemId started() {
    String url = "http://files.example:%d/paced/6m?rate=512k".formatted(lab.http("/").getPort());
    FetchWish slow = FetchWish.DEFAULT.maxSegments(1);
    ItemId id = add(DownloadRequest.of(url, into()).fetch(slow));
    await(id, view -> view.amount().received() > 512 << 10, "to be at work");
    return id;
  }

  private void awaitNotice(String words) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (notices().stream().noneMatch(sentence -> sentence.contains(words))) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("no word of \"" + words + "\" in " + notices());
      }
      get(downloads.freshSnapshot());
    }
  }

  private List<String> notices() {
    return List.copyOf(events).stream()
        .filter(DownloadEvent.Notice.class::isInstance)
        .map(DownloadEvent.Notice.class::cast)
        .filter(notice -> notice.topic() == DownloadEvent.Topic.NETWORK)
        .map(DownloadEvent.Notice::sentence)
        .toList();
  }

  private void assertGoneOn(ItemId id) {
    ItemView view = complete(id);
    assertLabFile(view, SIZE);
    assertThat(view.amount().fetched()).as("it went on").isLessThan(SIZE + (2 << 20));
    assertThat(get(downloads.stored()).getFirst().progress().retries())
        .as("no try was used up")
        .isZero();
  }

  @Test
  void anotherNetworkMeansNewConnectionsAndNoRetry() {
    ItemId id = started();
    awaitTwoLooks(id);
    networks.set(Set.of("198.51.100.9"));
    awaitNotice("network");
    assertGoneOn(id);
  }

  @Test
  void withoutANetworkItWaitsForOne() {
    ItemId id = started();
    awaitTwoLooks(id);
    networks.set(Set.of());
    ItemView view = await(id, ItemState.WAITING);
    assertThat(view.standing().reason()).isEqualTo(StateReason.NETWORK_CHANGED);
    assertThat(view.standing().sentence()).isNotEmpty();
    networks.set(Set.of("192.0.2.7"));
    assertGoneOn(id);
  }

  @Test
  void afterASleepNothingOldIsTrusted() {
    ItemId id = started();
    awaitTwoLooks(id);
    ahead.set(Duration.ofHours(1));
    awaitNotice("slept");
    assertGoneOn(id);
  }

  /// The desk compares two looks, which are a second apart.
  private void awaitTwoLooks(ItemId id) {
    long before = view(id).amount().received();
    await(id, view -> view.amount().received() > before + (1200 << 10), "more than two seconds");
  }
}
