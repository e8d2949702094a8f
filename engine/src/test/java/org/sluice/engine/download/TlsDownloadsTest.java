package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.Proof;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.lab.LabOrigin;
import org.sluice.engine.request.TlsOptions;

/// Downloads over TLS, in segments, paused and resumed by another process.
class TlsDownloadsTest extends DownloadsTestBase {
  private static final int SIZE = 6 << 20;

  private boolean trusting = true;

  @Override
  DownloadsOptions options() {
    DownloadsOptions defaults = super.options();
    return trusting
        ? defaults.network(defaults.network().tls(TlsOptions.trusting(lab.certificate())))
        : defaults;
  }

  private ItemId started() {
    ItemId id =
        add(
            DownloadRequest.of(lab.https("/paced/6m?rate=512k").toString(), into())
                .fetch(FetchWish.DEFAULT.maxSegments(4)));
    await(id, v -> v.amount().connections() > 1, "several connections");
    await(id, v -> v.amount().committed() > 512 << 10, "some of it to be safe");
    return id;
  }

  @Test
  void segmentsOverTlsSurviveARestart() throws IOException {
    ItemId id = started();
    reopen();
    ItemView view = complete(id);
    assertLabFile(view, SIZE);
    assertThat(view.proof().level()).isEqualTo(Proof.Level.PROVEN);
    assertThat(view.amount().fetched()).as("it went on").isLessThan(SIZE + (2 << 20));
    assertThat(lab.seen().stream().filter(r -> r.header("If-Range").isPresent())).isNotEmpty();
  }

  /// The file is not continued from a server that is not trusted, and is not lost either.
  @Test
  void whatIsHereIsKeptWhileTheServerIsNotTrusted() throws IOException {
    ItemId id = started();
    get(downloads.pause(id));
    long committed = view(id).amount().committed();
    trusting = false;
    reopen();
    get(downloads.resume(id));
    ItemView refused =
        await(id, v -> v.standing().reason() == StateReason.NOT_TRUSTED, "to be refused");
    assertThat(refused.state()).isNotEqualTo(ItemState.COMPLETE);
    assertThat(refused.amount().committed()).isEqualTo(committed);
    trusting = true;
    reopen();
    get(downloads.resume(id));
    assertLabFile(complete(id), SIZE);
  }

  /// Two servers of the own network with certificates of their own are no sign-in page: each is
  /// refused for itself, and the others go on.
  @Test
  void serversOfThisMachineThatAreNotTrustedHoldNobodyBack() throws IOException {
    trusting = false;
    reopen();
    ItemId other = add("/paced/1m?rate=256k");
    ItemId one = add(DownloadRequest.of(lab.https("/small").toString(), into()));
    ItemId two = add(DownloadRequest.of(lab.uri(LabOrigin.HTTPS_TLS12, "/1m").toString(), into()));
    for (ItemId id : List.of(one, two)) {
      await(id, v -> v.standing().reason() == StateReason.NOT_TRUSTED, "to be refused");
    }
    assertLabFile(complete(other), 1 << 20);
  }
}
