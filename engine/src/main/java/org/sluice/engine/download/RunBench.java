package org.sluice.engine.download;

import org.sluice.engine.disk.PartFile;
import org.sluice.engine.item.FileWish.Preallocation;
import org.sluice.engine.item.StoredItem.Identity;
import org.sluice.engine.journal.JournalChange;

/// What the parts of one run work on: the item, its part file, and what is known of the file.
///
/// **Threads**: confined to the loop.
record RunBench(Site site, Item item, PartWork part, Knowledge know) {

  /// Tells the journal what is known of the file, if that is news.
  void identify() {
    PartFile file = part.file();
    if (file == null) {
      return;
    }
    Identity next =
        new Identity(
            file.target(), file.part(), file.key(), know.known(), know.address(), know.proof());
    if (!next.equals(item.identity())) {
      item.identity(next);
      site.journal.post(new JournalChange.Identified(item.id, next));
    }
  }

  /// Bytes that the disk has no room for yet; -1 if nobody knows.
  long missingOnDisk() {
    boolean taken =
        item.request().file().preallocation() == Preallocation.FULL && part.file() != null;
    return taken ? 0 : know.length() < 0 ? -1 : know.length() - part.here().total();
  }
}
