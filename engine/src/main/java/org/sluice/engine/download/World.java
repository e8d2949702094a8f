package org.sluice.engine.download;

import java.util.Set;
import java.util.function.Supplier;
import org.sluice.engine.disk.FileLayer;
import org.sluice.engine.disk.SystemFiles;

/// What of the machine can fail, so that a test can have it fail.
///
/// @param networks addresses of the machine, loopback left out; asked on a thread of its own
record World(FileLayer files, Supplier<Set<String>> networks) {
  static World real() {
    return new World(new SystemFiles(), new Networks());
  }

  World files(FileLayer value) {
    return new World(value, networks);
  }

  World networks(Supplier<Set<String>> value) {
    return new World(files, value);
  }
}
