package org.sluice.app.curl.run;

import org.jspecify.annotations.Nullable;

/// A transfer that cannot begin: curl's number for it, and why.
final class JobException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;

  JobException(int code, @Nullable String sentence) {
    super(sentence);
    this.code = code;
  }

  int code() {
    return code;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
