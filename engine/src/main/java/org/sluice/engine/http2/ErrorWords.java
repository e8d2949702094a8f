package org.sluice.engine.http2;

import org.eclipse.jetty.http2.ErrorCode;

/// Words for the error codes of HTTP/2.
///
/// **Source**: RFC 9113, 7.
final class ErrorWords {
  private ErrorWords() {}

  /// For example `CANCEL (0x8)`.
  static String of(int code) {
    ErrorCode known = ErrorCode.from(code);
    String name =
        switch (known) {
          case null -> "unknown";
          case NO_ERROR -> "NO_ERROR";
          case PROTOCOL_ERROR -> "PROTOCOL_ERROR";
          case INTERNAL_ERROR -> "INTERNAL_ERROR";
          case FLOW_CONTROL_ERROR -> "FLOW_CONTROL_ERROR";
          case SETTINGS_TIMEOUT_ERROR -> "SETTINGS_TIMEOUT";
          case STREAM_CLOSED_ERROR -> "STREAM_CLOSED";
          case FRAME_SIZE_ERROR -> "FRAME_SIZE_ERROR";
          case REFUSED_STREAM_ERROR -> "REFUSED_STREAM";
          case CANCEL_STREAM_ERROR -> "CANCEL";
          case COMPRESSION_ERROR -> "COMPRESSION_ERROR";
          case HTTP_CONNECT_ERROR -> "CONNECT_ERROR";
          case ENHANCE_YOUR_CALM_ERROR -> "ENHANCE_YOUR_CALM";
          case INADEQUATE_SECURITY_ERROR -> "INADEQUATE_SECURITY";
          case HTTP_1_1_REQUIRED_ERROR -> "HTTP_1_1_REQUIRED";
        };
    return name + " (0x" + Integer.toHexString(code) + ")";
  }
}
