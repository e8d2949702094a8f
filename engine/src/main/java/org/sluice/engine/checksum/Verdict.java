package org.sluice.engine.checksum;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.Checksum.Algorithm;

/// Whether a file hashes to what it must.
///
/// **Threads**: pure functions.
public sealed interface Verdict {
  /// A sentence for a person.
  String sentence();

  /// Every hash that could be compared is right.
  ///
  /// @param strongest of them
  record Matches(Checksum strongest, String sentence) implements Verdict {}

  /// One is wrong: the strongest of those.
  record Differs(Checksum expected, Checksum found, String sentence) implements Verdict {}

  /// There is nothing to compare.
  record Unknown(String sentence) implements Verdict {}

  /// Strong before weak: longer before shorter.
  Comparator<Checksum> STRONGEST_FIRST =
      Comparator.comparing(Checksum::algorithm, Comparator.reverseOrder());

  /// What is to be computed: every hash that the user gave, and the best of those that a server
  /// said if it is better than all of them.
  static Set<Algorithm> worthComputing(List<Checksum> ofUser, List<Checksum> ofServer) {
    EnumSet<Algorithm> all = EnumSet.noneOf(Algorithm.class);
    ofUser.forEach(checksum -> all.add(checksum.algorithm()));
    ofServer.stream()
        .map(Checksum::algorithm)
        .max(Comparator.naturalOrder())
        .filter(best -> all.stream().allMatch(known -> known.compareTo(best) < 0))
        .ifPresent(all::add);
    return all;
  }

  /// @param expected of the whole file; several of one algorithm must all be right
  /// @param computed of the file that there is
  static Verdict of(List<Checksum> expected, List<Checksum> computed) {
    Map<Algorithm, Checksum> found = new EnumMap<>(Algorithm.class);
    computed.forEach(checksum -> found.put(checksum.algorithm(), checksum));
    List<Checksum> comparable =
        expected.stream()
            .filter(checksum -> found.containsKey(checksum.algorithm()))
            .sorted(STRONGEST_FIRST)
            .toList();
    for (Checksum wanted : comparable) {
      Checksum is = found.get(wanted.algorithm());
      if (is != null && !is.equals(wanted)) {
        return new Differs(
            wanted,
            is,
            "The file's "
                + wanted.algorithm().label()
                + " is "
                + is.hex()
                + ", not "
                + wanted.hex()
                + "; the file was kept, do not use it");
      }
    }
    if (comparable.isEmpty()) {
      return new Unknown("There is no hash to compare the file with");
    }
    Checksum strongest = comparable.getFirst();
    return new Matches(
        strongest,
        "The file's "
            + strongest.algorithm().label()
            + " is right"
            + (strongest.algorithm().isStrong()
                ? ""
                : "; it tells of damage, but not of a file that was made to have the same"));
  }
}
