package org.sluice.app.curl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The config file that curl reads without being told: `.curlrc`.
///
/// **Source**: curl's manual, `--config`: `$CURL_HOME`, `$XDG_CONFIG_HOME`, `$HOME`, `~/.config`.
public final class CurlConfig {
  private CurlConfig() {}

  /// The command line of `arguments`, and before it what the user's `.curlrc` says, unless the first
  /// argument is `-q`.
  public static CurlCommand withDefaults(List<String> arguments, Inputs inputs)
      throws UsageException {
    CommandLineReader reader = new CommandLineReader(inputs);
    String first = arguments.isEmpty() ? "" : arguments.getFirst();
    String file = find(inputs);
    if (file != null && !first.startsWith("-q") && !first.equals("--disable")) {
      reader.config(file, 1);
      reader.note("Read config file from '" + file + "'");
    }
    return reader.read(arguments);
  }

  private static @Nullable String find(Inputs inputs) {
    String[][] places = {
      {"CURL_HOME", "/.curlrc"},
      {"XDG_CONFIG_HOME", "/curlrc"},
      {"HOME", "/.curlrc"},
      {"CURL_HOME", "/.config/curlrc"},
      {"HOME", "/.config/curlrc"}
    };
    for (String[] place : places) {
      String folder = inputs.variable(place[0]);
      if (folder != null && !folder.isEmpty() && inputs.exists(folder + place[1])) {
        return folder + place[1];
      }
    }
    return null;
  }
}
