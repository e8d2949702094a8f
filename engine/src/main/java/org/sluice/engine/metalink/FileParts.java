package org.sluice.engine.metalink;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.checksum.Verdict;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Url;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.Checksum.Algorithm;
import org.sluice.engine.item.PieceHashes;
import org.sluice.engine.item.Source;

/// Collects what a Metalink says of one file, and passes by what makes no sense.
final class FileParts {
  private final @Nullable String name;
  private final String shownName;
  private final Notes notes;
  private final List<Source> sources = new ArrayList<>();
  private final Set<String> addresses = new HashSet<>();
  private final List<Checksum> checksums = new ArrayList<>();
  private @Nullable PieceHashes pieces;
  private long size = -1;

  FileParts(String givenName, Notes notes) {
    this.notes = notes;
    name = lastSegment(givenName);
    shownName = "\"" + Notes.shown(givenName) + "\"";
    if (!givenName.equals(name)) {
      notes.add(
          name == null
              ? shownName + " is no name of a file; it gets one from its address"
              : shownName + " names folders, which are not followed");
    }
  }

  /// The part behind the last folder; null if there is none (RFC 5854, 4.1.2.1).
  static @Nullable String lastSegment(String given) {
    int cut = Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\'));
    String last = given.substring(cut + 1).strip();
    return last.isEmpty() || last.equals(".") || last.equals("..") ? null : last;
  }

  void url(String text, String priority, String location) {
    if (sources.size() == MetalinkReader.MOST_SOURCES) {
      notes.add(
          shownName
              + " has more than "
              + MetalinkReader.MOST_SOURCES
              + " addresses; the rest is left out");
      return;
    }
    try {
      Url url = Url.parse(text);
      if (url.userInfo() != null) {
        notes.add("An address of " + shownName + " is left out: it has a password in it");
        return;
      }
      if (addresses.add(url.toString())) {
        sources.add(new Source(url.toString(), priority(priority), country(location)));
      }
    } catch (TransferException e) {
      notes.add("An address of " + shownName + " is left out: " + Notes.shown(e.sentence()));
    }
  }

  private int priority(String text) {
    if (text.isEmpty()) {
      return Source.LAST;
    }
    int value = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    if (value < 1) {
      notes.add("\"" + Notes.shown(text) + "\" is no priority; that address is tried last");
      return Source.LAST;
    }
    return value;
  }

  static @Nullable String country(String text) {
    return text.matches("[A-Za-z]{2}") ? text.toLowerCase(Locale.ROOT) : null;
  }

  void metaurl(String mediaType) {
    notes.add(
        shownName
            + " could also be fetched by a "
            + (mediaType.isEmpty() ? "file of another kind" : Notes.shown(mediaType))
            + ", which Sluice does not do");
  }

  void size(String text) {
    if (size >= 0) {
      return;
    }
    if (text.matches("[0-9]{1,18}")) {
      size = Long.parseLong(text);
    } else {
      notes.add("\"" + Notes.shown(text) + "\" is no size of " + shownName);
    }
  }

  void hash(String type, String hex) {
    Algorithm algorithm = algorithm(type);
    if (algorithm == null) {
      notes.add(
          "A hash of " + shownName + " is left out: " + Notes.shown(type) + " is not known here");
      return;
    }
    try {
      Checksum checksum = new Checksum(algorithm, hex);
      if (!checksums.contains(checksum) && checksums.size() < MetalinkReader.MOST_SOURCES) {
        checksums.add(checksum);
      }
    } catch (IllegalArgumentException e) {
      notes.add("A " + algorithm.label() + " of " + shownName + " is left out, as it is none");
    }
  }

  void pieces(String type, String length, List<String> hashes) {
    Algorithm algorithm = algorithm(type);
    if (algorithm == null || !length.matches("[0-9]{1,18}")) {
      notes.add("The pieces of " + shownName + " are left out: their kind or length is not known");
      return;
    }
    if (pieces != null && pieces.algorithm().compareTo(algorithm) >= 0) {
      return;
    }
    try {
      pieces = new PieceHashes(algorithm, Long.parseLong(length), hashes);
    } catch (IllegalArgumentException e) {
      notes.add(
          "The pieces of "
              + shownName
              + " are left out: "
              + Notes.shown(String.valueOf(e.getMessage())));
    }
  }

  private static @Nullable Algorithm algorithm(String type) {
    for (Algorithm algorithm : Algorithm.values()) {
      if (algorithm.label().equalsIgnoreCase(type)) {
        return algorithm;
      }
    }
    return null;
  }

  /// Null if it cannot be fetched.
  @Nullable MetalinkFile file() {
    if (sources.isEmpty()) {
      notes.add(shownName + " is left out: it has no http or https address");
      return null;
    }
    PieceHashes fitting = pieces;
    if (fitting != null && size >= 0 && !fitting.fits(size)) {
      notes.add("The pieces of " + shownName + " are left out: they are not those of its size");
      fitting = null;
    }
    sources.sort(Comparator.comparingInt(Source::priority));
    checksums.sort(Verdict.STRONGEST_FIRST);
    return new MetalinkFile(name, size, sources, checksums, fitting);
  }
}
