package org.sluice.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.FetchWish;

/// Reads the commonest arguments of `get` at once.
///
/// All arguments are defined in [GetCommand]. But to load what is needed to read those takes longer
/// than to download a thousand small files, so what is simple is read here, and at the first thing
/// that is not, everything is left to the other.
final class GetArguments {
  private final List<String> urls = new ArrayList<>();
  private @Nullable String output;
  private @Nullable Path list;
  private GetFiles files = GetFiles.DEFAULT;
  private FetchWish fetch = FetchWish.DEFAULT;
  private GetRunning running = GetRunning.DEFAULT;

  private GetArguments() {}

  /// Null if these are not simple, or make no sense.
  ///
  /// @param args those of `sluice`, so the first is the command
  static @Nullable GetOptions read(String[] args) {
    if (args.length < 2 || !args[0].equals("get")) {
      return null;
    }
    GetArguments found = new GetArguments();
    for (int i = 1; i < args.length; i++) {
      if (!found.flag(args[i])) {
        if (i + 1 == args.length || !found.option(args[i], args[i + 1])) {
          return null;
        }
        i++;
      }
    }
    GetOptions options = found.options();
    return options.objection() == null ? options : null;
  }

  private GetOptions options() {
    return new GetOptions(GetWanted.of(urls, output, list), files, fetch, running);
  }

  private boolean flag(String arg) {
    switch (arg) {
      case "-q", "--quiet" -> running = running.saying(GetRunning.Saying.QUIET);
      case "--overwrite" -> files = files.existing(GetFiles.Existing.OVERWRITE);
      default -> {
        if (arg.isEmpty() || arg.charAt(0) == '-' || arg.charAt(0) == '@') {
          return false;
        }
        urls.add(arg);
      }
    }
    return true;
  }

  private boolean option(String name, String value) {
    if (value.isEmpty() || value.charAt(0) == '-') {
      return false;
    }
    try {
      switch (name) {
        case "-o", "--output" -> output = value;
        case "-d", "--directory" -> files = files.directory(Path.of(value));
        case "-i", "--input" -> list = Path.of(value);
        case "--parallel" -> running = running.parallel(Integer.parseInt(value));
        case "--segments" -> fetch = fetch.maxSegments(Integer.parseInt(value));
        case "--retries" -> running = running.retries(Integer.parseInt(value));
        case "--cacert" -> fetch = fetch.caFile(Path.of(value));
        case "--data-dir" -> running = running.dataFolder(Path.of(value));
        default -> {
          return false;
        }
      }
      return true;
    } catch (IllegalArgumentException e) {
      return false; // the other will say it
    }
  }
}
