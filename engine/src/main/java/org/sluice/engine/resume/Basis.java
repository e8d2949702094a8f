package org.sluice.engine.resume;

/// Where the validators come from that an answer is compared with.
public enum Basis {
  /// Nowhere: no answer has been accepted for this item yet.
  FRESH,
  /// Another answer of this run from the same place, or an earlier run that was proven meanwhile.
  /// A long pause ends a run.
  THIS_RUN,
  /// The journal: the file may have changed since.
  EARLIER_RUN,
  /// Another address of, as is said, the same file: a new link, or a mirror.
  OTHER_ADDRESS
}
