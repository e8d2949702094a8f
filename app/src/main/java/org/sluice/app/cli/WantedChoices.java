package org.sluice.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.Checksum;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The options of `get` that say which files are wanted.
final class WantedChoices {
  @Parameters(
      paramLabel = "URL",
      arity = "0..*",
      description = {
        "What to download. [1-20], [01-20], [a-z], [0-100:10] and {a,b} in it stand for several.",
        "A Metalink (.meta4), be it an address or a file, is taken as what it names."
      })
  private List<String> urls = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The file to make of the only URL; #1 is what its first pattern stands for.")
  private @Nullable String output;

  @Option(
      names = {"-i", "--input"},
      paramLabel = "LIST",
      description = "Read URLs from this file: a URL a line, or a URL, a tab and a path.")
  private @Nullable Path list;

  @Option(
      names = {"-g", "--no-glob"},
      description = "Take [ ] and { } in URLs as they are.")
  private boolean plain;

  @Option(
      names = "--mirror",
      paramLabel = "URL",
      description = "Another address of the same file; may be repeated.")
  private List<String> mirrors = new ArrayList<>();

  @Option(
      names = "--checksum",
      paramLabel = "ALGO:HEX",
      converter = ChecksumConverter.class,
      description = "What the file must hash to: md5, sha-1, sha-224, sha-256, sha-384 or sha-512.")
  private List<Checksum> checksums = new ArrayList<>();

  @Option(
      names = "--sums",
      paramLabel = "FILE",
      description = "Check files against this list, such as SHA256SUMS.")
  private @Nullable Path sums;

  WantedChoices() {}

  GetWanted wanted() {
    return new GetWanted(urls, output, list, mirrors, checksums, sums, !plain);
  }
}
