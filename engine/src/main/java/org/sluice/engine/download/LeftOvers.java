package org.sluice.engine.download;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.sluice.engine.disk.DiskAnswer;
import org.sluice.engine.disk.DiskWriter;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StoredItem.Identity;

/// Takes away the blank part files that runs may have left which announced them and came no
/// further, unless another download has the name by now: a file that it has just made is blank too.
///
/// **Threads**: confined to the loop.
final class LeftOvers {
  private final DiskWriter disk;
  private final Executor loop;
  private Collection<Item> items = List.of();

  LeftOvers(DiskWriter disk, Executor loop) {
    this.disk = disk;
    this.loop = loop;
  }

  /// The list, in which everyone keeps its file.
  void over(Collection<Item> all) {
    items = all;
  }

  /// @param then told at once if there is nothing to take away
  void delete(Item item, Consumer<DiskAnswer<Boolean>> then) {
    Identity left = item.announced;
    if (left == null || isOfAnother(left.part(), item)) {
      then.accept(new DiskAnswer.Done<>(false));
    } else {
      disk.deleteLeftOver(left.part(), loop, then);
    }
  }

  /// One that is complete has left the name of its part file to others. Where large and small letters
  /// are the same to the file system, another spelling is the same file; where they are not, a blank
  /// file stays at worst.
  private boolean isOfAnother(Path part, Item but) {
    for (Item item : items) {
      Identity identity = item.identity();
      if (item != but
          && identity != null
          && item.state() != ItemState.COMPLETE
          && part.toString().equalsIgnoreCase(identity.part().toString())) {
        return true;
      }
    }
    return false;
  }
}
