package org.sluice.app.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `get` was asked to do.
///
/// @param output file for the only URL; null to take the name from it
/// @param directory for files whose path is not absolute
/// @param list file with more URLs; null for none
/// @param transfer what holds for every single transfer
record GetOptions(
    List<String> urls,
    @Nullable String output,
    Path directory,
    @Nullable Path list,
    int parallel,
    boolean overwrite,
    boolean quiet,
    TransferSettings transfer) {
  static final int DEFAULT_PARALLEL = 8;
  static final int MAX_PARALLEL = 10_000;

  GetOptions {
    urls = List.copyOf(urls);
  }

  /// Why this makes no sense; null if it does.
  @Nullable String objection() {
    if (urls.isEmpty() && list == null) {
      return "no URL given, and no list";
    }
    if (output != null && (urls.size() != 1 || list != null)) {
      return "-o names one file, so it goes with exactly one URL";
    }
    if (parallel < 1 || parallel > MAX_PARALLEL) {
      return "--parallel is 1 to " + MAX_PARALLEL + ", not " + parallel;
    }
    return null;
  }
}
