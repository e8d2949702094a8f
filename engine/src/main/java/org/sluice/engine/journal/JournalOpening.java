package org.sluice.engine.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.sluice.engine.item.ItemId;

/// How a journal was found.
public sealed interface JournalOpening {

  /// There was none, so an empty one was made.
  record New() implements JournalOpening {}

  /// It was whole.
  record Sound() implements JournalOpening {}

  /// It was damaged and is rebuilt from what could be read.
  ///
  /// @param verifyFirst the items that it has now and that are not complete; each of them may lack its
  ///   newest commits, and even have been completed since
  /// @param sentence for the user: what happened, what was kept, what to do
  /// @param setAside the damaged files under their new names; empty if there was nothing to keep
  record Recovered(Set<ItemId> verifyFirst, String sentence, List<Path> setAside)
      implements JournalOpening {
    public Recovered {
      verifyFirst = Set.copyOf(verifyFirst);
      setAside = List.copyOf(setAside);
    }
  }
}
