package org.sluice.engine.journal;

/// A journal cannot be opened.
public final class JournalException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient JournalFailure failure;

  public JournalException(JournalFailure failure) {
    super(failure.sentence(), failure.cause());
    this.failure = failure;
  }

  public JournalFailure failure() {
    return failure;
  }
}
