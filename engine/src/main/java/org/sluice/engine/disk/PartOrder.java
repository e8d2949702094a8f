package org.sluice.engine.disk;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.FileWish.IfExists;
import org.sluice.engine.item.FileWish.Preallocation;

/// Which part file is to be opened.
public sealed interface PartOrder {
  /// One that is not there yet: `NAME.part` in `folder`, which is made if need be.
  ///
  /// @param folder absolute
  /// @param name of the target, safe already; a number is added to it if it is taken and that is
  ///   wished
  /// @param lengthBytes of the whole file; -1 if unknown, then nothing is preallocated
  record Fresh(
      Path folder, String name, IfExists ifExists, Preallocation preallocation, long lengthBytes)
      implements PartOrder {
    public Fresh {
      if (!folder.isAbsolute()) {
        throw new IllegalArgumentException("the folder of a download is absolute: " + folder);
      }
      if (lengthBytes < -1) {
        throw new IllegalArgumentException("not a length: " + lengthBytes);
      }
    }
  }

  /// One of an earlier run.
  ///
  /// @param target the name that it will get
  /// @param key of the part file as it was; null if it had none
  record Kept(Path part, Path target, @Nullable String key) implements PartOrder {}
}
