package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.lab.LabOrigin;

/// The system's settings lead each server's downloads through the proxy that they name for it.
class ProxiesOfTheSystemTest extends DownloadsTestBase {
  private final List<URI> asked = new CopyOnWriteArrayList<>();
  private volatile boolean broken;
  private volatile CountDownLatch mayAnswer = new CountDownLatch(0);

  /// The lab's proxy for one of its doors, and none for the others.
  private final ProxySelector selector =
      new ProxySelector() {
        @Override
        public List<Proxy> select(URI uri) {
          asked.add(uri);
          try {
            assertThat(mayAnswer.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          if (broken) {
            throw new IllegalArgumentException("a broken selector");
          }
          return uri.getPort() == lab.port(LabOrigin.HTTP)
              ? List.of(
                  new Proxy(
                      Proxy.Type.HTTP,
                      InetSocketAddress.createUnresolved("127.0.0.1", lab.port(LabOrigin.PROXY))))
              : List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
      };

  private boolean wentThroughTheProxy() {
    return lab.seen().stream().anyMatch(each -> each.origin() == LabOrigin.PROXY);
  }

  @Override
  DownloadsOptions options() {
    DownloadsOptions plain = super.options();
    return plain.network(plain.network().selector(selector));
  }

  @Test
  void aServerIsReachedThroughItsProxyAndAnotherStraight() {
    ItemId straight =
        add(DownloadRequest.of(lab.uri(LabOrigin.HTTP_OTHER, "/small").toString(), into()));
    complete(straight);
    assertThat(wentThroughTheProxy()).isFalse();
    ItemId through = add(DownloadRequest.of(lab.http("/small").toString(), into()));
    complete(through);
    assertThat(wentThroughTheProxy()).isTrue();
    int questions = asked.size();
    complete(add(DownloadRequest.of(lab.http("/100k").toString(), into())));
    assertThat(asked).as("an answer is remembered").hasSize(questions);
  }

  @Test
  void aSelectorThatFailsIsPassedOver() {
    broken = true;
    complete(add(DownloadRequest.of(lab.http("/small").toString(), into())));
    assertThat(wentThroughTheProxy()).isFalse();
    assertThat(asked).isNotEmpty();
  }

  @Test
  void whatIsSetByHandCountsAgainAtOnce() {
    complete(add(DownloadRequest.of(lab.http("/small").toString(), into())));
    int questions = asked.size();
    get(downloads.setNetwork(super.options().network()));
    complete(add(DownloadRequest.of(lab.http("/1m").toString(), into())));
    assertThat(asked).as("nobody is asked any more").hasSize(questions);
  }

  /// Each change of the preferences says the network anew, also one that is of something else.
  @Test
  void whoeverWaitsForAnAnswerStartsAlthoughTheNetworkIsSaidAgain() {
    mayAnswer = new CountDownLatch(1);
    ItemId id = add(DownloadRequest.of(lab.http("/small").toString(), into()));
    await(id, view -> !asked.isEmpty(), "to have its proxy asked for");
    get(downloads.setNetwork(options().network()));
    mayAnswer.countDown();
    complete(id);
    assertThat(wentThroughTheProxy()).isTrue();
  }

  @Test
  void whoeverWaitsForAnAnswerStartsWhenNobodyIsAskedAnyMore() {
    mayAnswer = new CountDownLatch(1);
    ItemId id = add(DownloadRequest.of(lab.http("/small").toString(), into()));
    await(id, view -> !asked.isEmpty(), "to have its proxy asked for");
    get(downloads.setNetwork(super.options().network()));
    complete(id);
    assertThat(wentThroughTheProxy()).isFalse();
    mayAnswer.countDown();
  }

  @Test
  void theOldAnswerHoldsWhileTheSameSystemIsAskedAgain() {
    complete(add(DownloadRequest.of(lab.http("/small").toString(), into())));
    int questions = asked.size();
    mayAnswer = new CountDownLatch(1);
    get(downloads.setNetwork(options().network()));
    complete(add(DownloadRequest.of(lab.http("/1m").toString(), into())));
    assertThat(asked).as("it is asked again").hasSizeGreaterThan(questions);
    assertThat(lab.seen())
        .filteredOn(each -> each.path().equals("/1m"))
        .as("none of it went straight")
        .allMatch(each -> each.origin() == LabOrigin.PROXY);
    mayAnswer.countDown();
  }
}
