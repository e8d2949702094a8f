package org.sluice.app.curl;

import org.jspecify.annotations.Nullable;

/// A command line that cannot be run: what is wrong, and curl's number for it.
public final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  /// `CURLE_FAILED_INIT`: options that make no sense.
  public static final int BAD_USE = 2;

  /// `CURLE_UNSUPPORTED_PROTOCOL`.
  public static final int UNSUPPORTED = 1;

  /// `CURLE_READ_ERROR`: a file of this computer cannot be read.
  public static final int CANNOT_READ = 26;

  private final int exitCode;

  public UsageException(int exitCode, String sentence) {
    this(exitCode, sentence, null);
  }

  public UsageException(int exitCode, String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.exitCode = exitCode;
  }

  public int exitCode() {
    return exitCode;
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
