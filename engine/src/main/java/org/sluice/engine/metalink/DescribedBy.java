package org.sluice.engine.metalink;

import java.util.List;
import java.util.Optional;
import org.sluice.engine.http.Url;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.metalink.MirrorRules.NamedBy;

/// Which Metalink that a response points to is read, and what of it is taken.
///
/// It has to come as safely as the response: a page of https is not described by what anybody on the
/// way could change.
///
/// **Threads**: pure functions. **Source**: RFC 6249, 4 and 8.
public final class DescribedBy {
  /// Of a Metalink that nobody asked for.
  public static final int MOST_BYTES = 4 << 20;

  private DescribedBy() {}

  /// What a Metalink says of one file, and whether that may be taken.
  public sealed interface Answer {
    record Taken(MetalinkFile file) implements Answer {}

    record Left(String sentence) implements Answer {}
  }

  /// @param page the address of the response
  /// @param by how the response came
  /// @param metalinks that it points to
  /// @return the first one that may be asked
  public static Optional<Url> toAsk(Url page, NamedBy by, List<Url> metalinks) {
    return metalinks.stream()
        .filter(url -> isSafeFor(by, url) && url.userInfo() == null)
        .filter(url -> MirrorRules.isInside(page) || !MirrorRules.isInside(url))
        .findFirst();
  }

  /// Whether what came from `url` may say something of a response that came this way.
  public static boolean isSafeFor(NamedBy by, Url url) {
    return by != NamedBy.HTTPS || url.isTls();
  }

  /// @param length of the file; -1 if unknown
  /// @param name last segment of the file's address
  /// @param known hashes of the file
  public static Answer choose(Metalink metalink, long length, String name, List<Checksum> known) {
    List<MetalinkFile> fitting =
        metalink.files().stream()
            .filter(file -> length < 0 || file.size() < 0 || file.size() == length)
            .filter(file -> !contradicts(file, known))
            .toList();
    List<MetalinkFile> named = fitting.stream().filter(file -> name.equals(file.name())).toList();
    List<MetalinkFile> found = fitting.size() == 1 ? fitting : named;
    return switch (found.size()) {
      case 1 -> new Answer.Taken(found.getFirst());
      case 0 -> new Answer.Left("The Metalink describes no such file");
      default -> new Answer.Left("The Metalink describes several such files");
    };
  }

  /// Whether it knows another hash than is known already.
  private static boolean contradicts(MetalinkFile file, List<Checksum> known) {
    return file.checksums().stream()
        .anyMatch(
            its ->
                known.stream()
                    .anyMatch(
                        one ->
                            one.algorithm() == its.algorithm()
                                && !one.hex().equalsIgnoreCase(its.hex())));
  }
}
