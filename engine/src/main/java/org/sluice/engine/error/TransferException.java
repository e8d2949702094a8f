package org.sluice.engine.error;

import org.jspecify.annotations.Nullable;

/// A transfer cannot go on; carries the one code that its message will show.
public final class TransferException extends Exception {
  private static final long serialVersionUID = 1L;

  private final TransferErrorCode code;
  private final transient @Nullable CertificateProblem certificate;

  public TransferException(TransferErrorCode code, String message) {
    this(code, message, null);
  }

  public TransferException(TransferErrorCode code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
    certificate = null;
  }

  /// A server's certificate was refused.
  public TransferException(
      TransferErrorCode code, CertificateProblem problem, @Nullable Throwable cause) {
    super(problem.sentence(), cause);
    this.code = code;
    certificate = problem;
  }

  public TransferErrorCode code() {
    return code;
  }

  /// What is wrong with the server's certificate; null if that is not why.
  public @Nullable CertificateProblem certificate() {
    return certificate;
  }

  /// The sentence for a person: what happened, in the words of whoever found it.
  public String sentence() {
    String message = getMessage();
    return message == null ? code.text() : message;
  }
}
