package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;

/// A network that wants a sign-in: all wait, and all go on when it is done, by themselves.
class PortalDeskTest extends DownloadsTestBase {
  private static final int SIZE = 1 << 20;

  private final AtomicReference<Set<String>> networks = new AtomicReference<>(Set.of("192.0.2.7"));

  private final AtomicInteger looks = new AtomicInteger();

  @Override
  World world() {
    return World.real()
        .networks(
            () -> {
              looks.incrementAndGet();
              return networks.get();
            });
  }

  private void signIn() throws IOException {
    try (InputStream answer = lab.http("/switch?key=k").toURL().openStream()) {
      assertThat(answer.readAllBytes()).isNotEmpty();
    }
  }

  private ItemId stopped() {
    ItemId id = add("/portal?key=k");
    ItemView view = await(id, v -> v.state() == ItemState.WAITING, "to wait for the sign-in");
    assertThat(view.standing().reason()).isEqualTo(StateReason.CAPTIVE_PORTAL);
    assertThat(view.standing().sentence()).contains("sign-in");
    return id;
  }

  private List<String> notices() {
    return List.copyOf(events).stream()
        .filter(DownloadEvent.Notice.class::isInstance)
        .map(DownloadEvent.Notice.class::cast)
        .filter(notice -> notice.topic() == DownloadEvent.Topic.SIGN_IN)
        .map(DownloadEvent.Notice::sentence)
        .toList();
  }

  private void assertAllGoOn(ItemId... ids) {
    for (ItemId id : ids) {
      assertThat(complete(id).state()).isEqualTo(ItemState.COMPLETE);
    }
    assertThat(get(downloads.stored()))
        .allMatch(item -> item.progress().retries() == 0, "no try was used up");
  }

  @Test
  void oneLooksNowAndThenAndThenAllGoOn() throws IOException {
    ItemId first = stopped();
    ItemId other = add("/1m");
    assertThat(view(other).state()).as("nothing is tried meanwhile").isEqualTo(ItemState.QUEUED);
    assertThat(view(other).why()).anyMatch(why -> why.contains("sign-in"));
    signIn();
    assertAllGoOn(first, other);
    assertLabFile(view(first), SIZE);
    assertThat(requestsByPath().get("/portal")).as("it was not asked more often").isEqualTo(2);
    assertThat(notices()).hasSize(2).last().asString().contains("the sign-in is done");
  }

  @Test
  void anotherNetworkIsTriedAtOnce() throws IOException {
    ItemId first = stopped();
    ItemId other = add("/1m");
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (looks.get() < 3) { // what it was before is known only then
      assertThat(System.nanoTime()).as("looks: %s", looks).isLessThan(deadline);
      get(downloads.freshSnapshot());
    }
    signIn();
    networks.set(Set.of("198.51.100.9"));
    assertAllGoOn(first, other);
    assertThat(notices()).last().asString().contains("another network");
  }

  @Test
  void whatWaitedIsTriedByTheNextProcess() throws IOException {
    ItemId first = stopped();
    signIn();
    reopen();
    assertAllGoOn(first);
  }
}
