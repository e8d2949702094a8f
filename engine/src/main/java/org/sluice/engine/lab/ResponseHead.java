package org.sluice.engine.lab;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.sluice.engine.http.HttpDate;

/// The head of one answer while it is written down.
final class ResponseHead {
  private final StringBuilder text = new StringBuilder(192);

  private ResponseHead(String version, int status) {
    text.append(version).append(' ').append(status).append(' ').append(reason(status));
    text.append("\r\n");
  }

  /// A final head, with the date.
  static ResponseHead of(int status) {
    return new ResponseHead("HTTP/1.1", status).field("Date", HttpDate.format(Instant.now()));
  }

  /// A head without any field.
  static ResponseHead bare(String version, int status) {
    return new ResponseHead(version, status);
  }

  ResponseHead field(String name, String value) {
    text.append(name).append(": ").append(value).append("\r\n");
    return this;
  }

  ResponseHead type(String mediaType) {
    return field("Content-Type", mediaType);
  }

  ResponseHead length(long bytes) {
    text.append("Content-Length: ").append(bytes).append("\r\n");
    return this;
  }

  /// The head without its empty line, for scenarios that never finish it.
  byte[] unfinished() {
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /// The finished head and the bytes after it, to be sent in one go.
  byte[] with(byte[] body) {
    byte[] head = finished();
    byte[] all = new byte[head.length + body.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }

  byte[] finished() {
    return (text + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String reason(int status) {
    return switch (status) {
      case 100 -> "Continue";
      case 103 -> "Early Hints";
      case 200 -> "OK";
      case 204 -> "No Content";
      case 206 -> "Partial Content";
      case 301 -> "Moved Permanently";
      case 302 -> "Found";
      case 303 -> "See Other";
      case 304 -> "Not Modified";
      case 307 -> "Temporary Redirect";
      case 308 -> "Permanent Redirect";
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 410 -> "Gone";
      case 511 -> "Network Authentication Required";
      case 405 -> "Method Not Allowed";
      case 407 -> "Proxy Authentication Required";
      case 412 -> "Precondition Failed";
      case 413 -> "Content Too Large";
      case 416 -> "Range Not Satisfiable";
      case 417 -> "Expectation Failed";
      case 429 -> "Too Many Requests";
      case 431 -> "Request Header Fields Too Large";
      case 500 -> "Internal Server Error";
      case 501 -> "Not Implemented";
      case 502 -> "Bad Gateway";
      case 503 -> "Service Unavailable";
      case 505 -> "HTTP Version Not Supported";
      default -> "Status";
    };
  }
}
