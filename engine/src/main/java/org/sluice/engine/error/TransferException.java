package org.sluice.engine.error;

import org.jspecify.annotations.Nullable;

/// A transfer cannot go on; carries the one code that its message will show.
public final class TransferException extends Exception {
  private static final long serialVersionUID = 1L;

  private final TransferErrorCode code;

  public TransferException(TransferErrorCode code, String message) {
    this(code, message, null);
  }

  public TransferException(TransferErrorCode code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public TransferErrorCode code() {
    return code;
  }

  /// The sentence for a person: what happened, in the words of whoever found it.
  public String sentence() {
    String message = getMessage();
    return message == null ? code.text() : message;
  }
}
