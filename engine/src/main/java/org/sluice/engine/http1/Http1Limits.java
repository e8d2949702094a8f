package org.sluice.engine.http1;

/// What a response head may cost.
///
/// @param headerBytes of the whole head
/// @param headerCount field lines
public record Http1Limits(int headerBytes, int headerCount) {
  /// As curl: 300 KiB in all; and 500 lines.
  public static final Http1Limits DEFAULT = new Http1Limits(300 * 1024, 500);

  /// curl's own, for those who ask to read as curl does.
  public static final Http1Limits LAX = new Http1Limits(300 * 1024, 5000);
}
