package org.sluice.engine.journal;

/// A change that makes no sense; its post is undone, the others go on.
final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient JournalFailure failure;

  Refused(JournalFailure.Kind kind, String sentence) {
    super(sentence);
    this.failure = new JournalFailure(kind, sentence, null);
  }

  JournalFailure failure() {
    return failure;
  }
}
