package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.engine.disk.FaultyFiles;
import org.sluice.engine.disk.SystemFiles;
import org.sluice.engine.item.FileWish.Preallocation;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;

/// A process that ends between making a part file and telling the journal what it has made.
class OrphanTest extends DownloadsTestBase {
  private static final int SIZE = 1 << 20;

  @TempDir Path attic;
  private boolean faulty = true;
  private FaultyFiles.Fault fault = FaultyFiles.Fault.CUT_AFTER;

  @Override
  World world() {
    FaultyFiles files =
        new FaultyFiles(new SystemFiles(), attic, 1).at(FaultyFiles.Kind.CREATE, 1, fault);
    return faulty ? World.real().files(files) : World.real();
  }

  /// Nothing can be done any more when the file is there, so this is what a kill leaves.
  private ItemId leaveOrphan(Preallocation how) throws IOException {
    ItemId id = add(request("/1m").file(into().named("file.bin").preallocation(how)));
    await(id, ItemState.PAUSED);
    downloads.close();
    assertThat(folder.toFile().list()).containsExactly("file.bin.part");
    faulty = false;
    return id;
  }

  private void reopenSound() throws IOException {
    open();
  }

  @ParameterizedTest
  @EnumSource
  void theNextRunTakesTheNameAllTheSame(Preallocation how) throws IOException {
    ItemId id = leaveOrphan(how);
    reopenSound();
    get(downloads.resume(id));
    assertLabFile(complete(id), SIZE);
    assertThat(folder.toFile().list()).containsExactly("file.bin");
  }

  @Test
  void roomThatWasTakenIsNoByte() throws IOException {
    ItemId id = leaveOrphan(Preallocation.FULL);
    Files.write(folder.resolve("file.bin.part"), new byte[SIZE]);
    reopenSound();
    get(downloads.resume(id));
    assertLabFile(complete(id), SIZE);
    assertThat(folder.toFile().list()).containsExactly("file.bin");
  }

  @Test
  void aFileOfSomebodyElseStays() throws IOException {
    ItemId id = leaveOrphan(Preallocation.NONE);
    Path foreign = folder.resolve("file.bin.part");
    Files.writeString(foreign, "\0\0mine");
    reopenSound();
    get(downloads.resume(id));
    complete(id);
    assertThat(foreign).hasContent("\0\0mine");
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("file (1).bin", "file.bin.part");
  }

  @Test
  void whatIsRemovedFromTheListLeavesNothing() throws IOException {
    ItemId id = leaveOrphan(Preallocation.SPARSE);
    reopenSound();
    get(downloads.remove(id, false));
    assertThat(folder.toFile().list()).isEmpty();
  }

  @Test
  void aFaultThatHasPassedLeavesNothingInTheWay() throws IOException {
    downloads.close();
    fault = FaultyFiles.Fault.FAIL_AFTER;
    open();
    ItemId id = add(request("/1m").file(into().named("file.bin")));
    await(id, ItemState.PAUSED);
    get(downloads.resume(id));
    assertLabFile(complete(id), SIZE);
    assertThat(folder.toFile().list()).containsExactly("file.bin");
  }
}
