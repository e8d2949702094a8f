package org.sluice.engine.download;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;
import org.sluice.engine.disk.FileLayer;
import org.sluice.engine.disk.SystemFiles;
import org.sluice.engine.journal.Journal;
import org.sluice.engine.journal.JournalException;
import org.sluice.engine.journal.JournalOptions;

/// What of the machine can fail, so that a test can have it fail.
///
/// @param networks addresses of the machine, loopback left out; asked on a thread of its own
/// @param pace how often bytes become safe
record World(FileLayer files, Journals journals, Supplier<Set<String>> networks, CommitPace pace) {
  /// Opens journals, as [Journal#open] does.
  interface Journals {
    Journal open(Path folder, JournalOptions options) throws JournalException;
  }

  static World real() {
    return new World(new SystemFiles(), Journal::open, new Networks(), CommitPace.DEFAULT);
  }

  World files(FileLayer value) {
    return new World(value, journals, networks, pace);
  }

  World journals(Journals value) {
    return new World(files, value, networks, pace);
  }

  World networks(Supplier<Set<String>> value) {
    return new World(files, journals, value, pace);
  }

  World pace(CommitPace value) {
    return new World(files, journals, networks, value);
  }
}
