package org.sluice.app.curl.run;

/// curl's exit codes for what the engine knows nothing of.
///
/// **Source**: curl's manual, "EXIT CODES".
final class ExitCodes {
  static final int OK = 0;
  static final int WEIRD_REPLY = 8;
  static final int TOO_LARGE = 100;
  static final int COULDNT_RESOLVE_HOST = 6;
  static final int UNSUPPORTED_PROTOCOL = 1;
  static final int FAILED_INIT = 2;
  static final int URL_MALFORMAT = 3;
  static final int HTTP_RETURNED_ERROR = 22;
  static final int WRITE_ERROR = 23;
  static final int READ_ERROR = 26;
  static final int TIMED_OUT = 28;
  static final int RANGE_ERROR = 33;
  static final int BAD_ARGUMENT = 43;
  static final int CERTIFICATE = 58;
  static final int FILESIZE_EXCEEDED = 63;

  private ExitCodes() {}
}
