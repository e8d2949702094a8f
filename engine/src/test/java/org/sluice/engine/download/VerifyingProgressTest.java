package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sluice.engine.disk.SlowFiles;
import org.sluice.engine.item.Checksum.Algorithm;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;

/// How far a file has been read back is seen while it is verified.
class VerifyingProgressTest extends DownloadsTestBase {
  private static final int SIZE = 4 << 20;
  private static final int ENOUGH = 1_000_000;

  private final SlowFiles disk = new SlowFiles(_ -> true);

  @Override
  World world() {
    disk.letWrite(ENOUGH);
    disk.letForce(ENOUGH);
    disk.holdReads();
    return World.real().files(disk);
  }

  @Test
  void bytesThatWereReadAgainAreCounted() {
    ItemId id =
        add(
            request("/bytes/" + SIZE)
                .file(into().named("file.bin"))
                .checksums(List.of(LabHashes.whole(Algorithm.SHA_256, SIZE))));
    ItemView begun = await(id, ItemState.VERIFYING);
    assertThat(begun.amount().verified()).isZero();
    assertThat(begun.file().target()).as("it has no name yet").doesNotExist();
    disk.letRead(4);
    ItemView later = await(id, v -> v.amount().verified() > 0, "some bytes to be verified");
    assertThat(later.state()).isEqualTo(ItemState.VERIFYING);
    assertThat(later.amount().verified()).isLessThan(SIZE);
    disk.letRead(ENOUGH);
    ItemView done = complete(id);
    assertThat(done.amount().verified()).isEqualTo(-1);
    assertLabFile(done, SIZE);
  }

  @Test
  void aVerificationCanBePaused() {
    ItemId id =
        add(
            request("/bytes/" + SIZE)
                .file(into().named("file.bin"))
                .checksums(List.of(LabHashes.whole(Algorithm.SHA_256, SIZE))));
    await(id, ItemState.VERIFYING);
    disk.letRead(2);
    var paused = downloads.pause(id);
    disk.letRead(ENOUGH);
    get(paused);
    assertThat(view(id).state()).isEqualTo(ItemState.PAUSED);
    assertThat(view(id).amount().committed()).isEqualTo(SIZE);
    get(downloads.resume(id));
    assertLabFile(complete(id), SIZE);
  }
}
