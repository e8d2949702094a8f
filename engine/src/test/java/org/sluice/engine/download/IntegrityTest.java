package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.Checksum.Algorithm;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.Source;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.lab.LabBytes;

/// Hashes that the user gives, that a server says, and mirrors.
class IntegrityTest extends DownloadsTestBase {

  private static Checksum ofLab(Algorithm algorithm, int length) {
    byte[] bytes = new byte[length];
    LabBytes.fill(bytes, 0);
    try {
      byte[] hash = MessageDigest.getInstance(algorithm.jdkName()).digest(bytes);
      return new Checksum(algorithm, HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void rightHashesLetTheFileHaveItsName() {
    List<Checksum> right =
        List.of(ofLab(Algorithm.SHA_256, 10 << 20), ofLab(Algorithm.MD5, 10 << 20));
    ItemId id = add(request("/10m").checksums(right));
    assertLabFile(complete(id), 10 << 20);
    assertThat(events)
        .anyMatch(
            e ->
                e instanceof DownloadEvent.Changed changed
                    && changed.item().state() == ItemState.VERIFYING);
    Verification again = get(downloads.verify(id));
    assertThat(again.ok()).isTrue();
    assertThat(again.computed()).containsExactlyInAnyOrderElementsOf(right);
  }

  @Test
  void aWrongHashKeepsThePartAndSaysSo() {
    Checksum wrong = ofLab(Algorithm.SHA_256, 99);
    ItemId id = add(request("/1m").checksums(List.of(wrong)));
    ItemView view = await(id, v -> v.state() == ItemState.FAILED, "a failure");
    assertThat(view.standing().reason()).isEqualTo(StateReason.WRONG_CHECKSUM);
    assertThat(view.standing().sentence()).contains(wrong.hex());
    assertThat(view.file().part()).exists();
    assertThat(view.file().target()).doesNotExist();
  }

  @Test
  void whatAServerSaysIsCompared() {
    complete(add("/digest"));
    ItemId id = add("/digest-wrong");
    ItemView view = await(id, v -> v.state() == ItemState.FAILED, "a failure");
    assertThat(view.standing().reason()).isEqualTo(StateReason.WRONG_CHECKSUM);
  }

  @Test
  void aMirrorIsAskedWhenTheFirstAddressHasLostTheFile() {
    ItemId id =
        add(
            request("/mirror/gone")
                .sources(
                    List.of(
                        Source.of(lab.http("/mirror/gone").toString()),
                        Source.of(lab.http("/mirror/b").toString()))));
    complete(id);
    assertThat(lab.seen()).anyMatch(r -> r.path().equals("/mirror/b"));
  }

  @Test
  void aFileOfUnknownHashIsHashedAllTheSame() {
    ItemId id = add("/1m");
    complete(id);
    Verification found = get(downloads.verify(id));
    assertThat(found.computed()).containsExactly(ofLab(Algorithm.SHA_256, 1 << 20));
  }
}
