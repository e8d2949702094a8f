package org.sluice.engine.resume;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.EntityTag;
import org.sluice.engine.http.LastModified;
import org.sluice.engine.item.Validators;

/// How two sets of validators compare, one by one.
///
/// **Source**: RFC 9110, 8.8.
record Likeness(Match tag, Match date, Match length) {

  /// How two values of one validator compare.
  enum Match {
    /// Equal, and equal means the same bytes.
    STRONG,
    /// Equal, which proves nothing.
    WEAK,
    DIFFERENT,
    /// One of them is not there.
    UNKNOWN;

    boolean isSame() {
      return this == STRONG || this == WEAK;
    }
  }

  static Likeness of(Validators known, Validators seen) {
    return new Likeness(
        tag(known.etag(), seen.etag()), date(known, seen), length(known.length(), seen.length()));
  }

  private static Match tag(@Nullable String known, @Nullable String seen) {
    if (known == null || seen == null) {
      return Match.UNKNOWN;
    }
    Optional<EntityTag> one = EntityTag.parse(known);
    Optional<EntityTag> other = EntityTag.parse(seen);
    if (one.isEmpty() || other.isEmpty()) { // without its quotation marks, as some servers send it
      return known.strip().equals(seen.strip()) ? Match.WEAK : Match.DIFFERENT;
    }
    if (one.get().strongEquals(other.get())) {
      return Match.STRONG;
    }
    return one.get().weakEquals(other.get()) ? Match.WEAK : Match.DIFFERENT;
  }

  private static Match date(Validators known, Validators seen) {
    String one = known.lastModified();
    String other = seen.lastModified();
    if (one == null || other == null) {
      return Match.UNKNOWN;
    }
    if (!LastModified.same(one, other)) {
      return Match.DIFFERENT;
    }
    return LastModified.isStrong(one, known.date()) ? Match.STRONG : Match.WEAK;
  }

  private static Match length(long known, long seen) {
    if (known < 0 || seen < 0) {
      return Match.UNKNOWN;
    }
    return known == seen ? Match.STRONG : Match.DIFFERENT;
  }

  /// Whether a strong validator says that it is the same file. A date counts only where there is no
  /// tag.
  boolean isProven() {
    return tag == Match.STRONG
        || (tag == Match.UNKNOWN && date == Match.STRONG && length == Match.STRONG);
  }

  /// Whether a tag or a date says that it is another file; a length is another matter.
  boolean isContradicted() {
    return tag == Match.DIFFERENT || (date == Match.DIFFERENT && tag != Match.STRONG);
  }
}
