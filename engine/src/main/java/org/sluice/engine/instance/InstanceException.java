package org.sluice.engine.instance;

import org.jspecify.annotations.Nullable;

/// The folder cannot be claimed, or its first process not be asked.
public final class InstanceException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /// What it was.
  public enum Kind {
    /// The folder or a file in it cannot be read or written.
    NO_ACCESS,
    /// The first process has ended; claim the folder again.
    GONE,
    /// The first process did not answer in time.
    NO_ANSWER,
    /// The first process is a Sluice that speaks another version.
    OTHER_VERSION,
    /// The first process could not do what it was asked.
    FAILED,
    /// The request, or the answer, is longer than is allowed.
    TOO_LONG
  }

  InstanceException(Kind kind, String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /// For a person: what happened and what to do.
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
