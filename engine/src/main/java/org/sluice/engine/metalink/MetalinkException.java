package org.sluice.engine.metalink;

import org.jspecify.annotations.Nullable;

/// A document that cannot be used as a Metalink.
public final class MetalinkException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  MetalinkException(String sentence) {
    this(sentence, null);
  }

  MetalinkException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.sentence = sentence;
  }

  /// For a person: what is wrong, and what to do.
  public String sentence() {
    return sentence;
  }
}
