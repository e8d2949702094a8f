package org.sluice.engine.golden;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A recorded trace of libcurl.
///
/// **Source**: `golden/`, one recording for each scenario and version.
final class GoldenTrace {
  /// The two versions; what both agree on is the contract.
  static final List<String> VERSIONS = List.of("7.88.1", "8.22");

  private GoldenTrace() {}

  static boolean exists(String version, String scenario) {
    return GoldenTrace.class.getResource(path(version, scenario)) != null;
  }

  static List<Line> read(String version, String scenario) {
    try (InputStream in = GoldenTrace.class.getResourceAsStream(path(version, scenario))) {
      if (in == null) {
        throw new IllegalArgumentException("no recording of " + scenario + " by " + version);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .map(Line::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String path(String version, String scenario) {
    return "/golden/" + version + "/" + scenario + ".jsonl";
  }
}
