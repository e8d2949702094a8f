package org.sluice.engine.time;

/// The named deadlines of one transfer; each replaces itself.
///
/// **Source**: libcurl's `expire_id`; `engine/CONTRACT.md` 6.1.
public enum Deadline {
  /// The whole transfer, redirects and queue time included.
  TIMEOUT,
  /// Until connected: name look-up, TCP, TLS and queue time of one hop.
  CONNECT_TIMEOUT,
  /// The next attempt of the connect race (RFC 8305).
  HAPPY_EYEBALLS,
  /// A look at the resolver, for an application that set no wake-up function.
  ASYNC_NAME,
  /// The first byte of the response head.
  SERVER_RESPONSE,
  /// The next look at the average speed.
  SPEED_CHECK,
  /// The rate limit lets bytes through again.
  TOO_FAST,
  /// The same of bytes to send.
  SEND_TOO_FAST,
  /// The server's word on whether a body is wanted (100 Continue).
  EXPECT_100,
  /// A look at the source of a body, for an application that set no wake-up function.
  ASYNC_BODY
}
