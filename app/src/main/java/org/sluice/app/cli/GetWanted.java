package org.sluice.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.app.pattern.NameTemplate;
import org.sluice.app.pattern.PatternException;
import org.sluice.app.pattern.UrlPattern;
import org.sluice.engine.item.Checksum;

/// Which files are wanted.
///
/// @param urls addresses or, with `patterns`, patterns of such
/// @param output file for the only URL, with `#1` for what a pattern puts there; null to take the
///   name from the server
/// @param list file with more URLs; null for none
/// @param mirrors more addresses of the only file
/// @param checksums what the only file must hash to
/// @param sums file with hashes and names, as `sha256sum` writes it; null for none
/// @param patterns whether `[1-20]` and `{a,b}` stand for several
record GetWanted(
    List<String> urls,
    @Nullable String output,
    @Nullable Path list,
    List<String> mirrors,
    List<Checksum> checksums,
    @Nullable Path sums,
    boolean patterns) {
  GetWanted {
    urls = List.copyOf(urls);
    mirrors = List.copyOf(mirrors);
    checksums = List.copyOf(checksums);
  }

  /// What the arguments name without any of the finer options.
  static GetWanted of(List<String> urls, @Nullable String output, @Nullable Path list) {
    return new GetWanted(urls, output, list, List.of(), List.of(), null, true);
  }

  /// Each address as a pattern, be it one or not.
  ///
  /// @throws IllegalArgumentException with the address and the reason
  List<UrlPattern> parsed() {
    List<UrlPattern> parsed = new ArrayList<>();
    for (String url : urls) {
      parsed.add(patterns && UrlPattern.isIn(url) ? pattern(url) : UrlPattern.plain(url));
    }
    return parsed;
  }

  private static UrlPattern pattern(String url) {
    try {
      return UrlPattern.parse(url);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          url + ": " + e.getMessage() + "; with --no-glob it is taken as it is", e);
    }
  }

  /// Why this makes no sense; null if it does.
  @Nullable String objection() {
    if (urls.isEmpty() && list == null) {
      return "no URL given, and no list";
    }
    List<UrlPattern> parsed;
    try {
      parsed = parsed();
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
    boolean one = list == null && parsed.size() == 1;
    if (output != null && !one) {
      return "-o names one file, so it goes with exactly one URL";
    }
    if (output != null && !parsed.getFirst().isToldApartBy(output)) {
      return "-o "
          + output
          + " would be the same file for several addresses; put #1, #2 … in it for what changes";
    }
    if (output != null) {
      UrlPattern.Address first = parsed.getFirst().address(0);
      try {
        NameTemplate.fill(output, first.values(), first.named());
      } catch (PatternException e) {
        return "-o " + output + ": " + e.getMessage();
      }
    }
    boolean single = one && parsed.getFirst().count() == 1;
    if (!mirrors.isEmpty() && !single) {
      return "--mirror is another address of one file, so it goes with exactly one URL";
    }
    if (!checksums.isEmpty() && !single) {
      return "--checksum is that of one file, so it goes with exactly one URL; --sums is for"
          + " several";
    }
    return null;
  }
}
