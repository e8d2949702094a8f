package org.sluice.engine.http1;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.ResponseHead;

/// The head of one answer, line by line, and what it says of its body: read as curl reads it.
///
/// **Errors**: what curl refuses, with curl's codes and words. **Source**: RFC 9112, 4 to 6.
final class LaxHead {
  private static final int LONGEST_LINE = 100 * 1024;

  /// Where a body ends.
  enum Framing {
    NONE,
    LENGTH,
    CHUNKED,
    CONNECTION
  }

  private final LaxReading reading;
  private final List<Headers.Field> fields = new ArrayList<>();
  private final StringBuilder text = new StringBuilder(256);
  private final LaxCodings codings;
  private int minorVersion;
  private int status;
  private String reason = "";
  private int lines;
  private long length = -1;
  private boolean orderly = true;

  LaxHead(LaxReading reading) {
    this.reading = reading;
    codings = new LaxCodings(reading);
  }

  /// Lines taken, the status line among them.
  int lines() {
    return lines;
  }

  /// All lines that were taken.
  String text() {
    return text.toString();
  }

  /// Whether another answer may follow on the same connection.
  boolean orderly() {
    return orderly && codings.orderly();
  }

  /// Where the body ends; means nothing before the whole head is there.
  Framing framing() {
    if (reading.headRequest() || isBodiless()) {
      return Framing.NONE;
    }
    if (codings.chunked()) {
      return Framing.CHUNKED;
    }
    return length < 0 || codings.ended() ? Framing.CONNECTION : Framing.LENGTH;
  }

  /// As it was said, whether or not the body has it; -1 for nothing.
  long length() {
    return length;
  }

  ResponseHead done() {
    boolean counts = !codings.chunked() && !codings.ended();
    return new ResponseHead(
        minorVersion, status, reason, new Headers(fields), counts ? length : -1);
  }

  /// The empty line.
  void end(String line) throws TransferException {
    text.append(line);
    if (status < 100) {
      throw new TransferException(
          TransferErrorCode.UNSUPPORTED_PROTOCOL, "Unsupported response code in HTTP response");
    }
  }

  /// @param line with its end
  void take(String line) throws TransferException {
    if (line.length() > LONGEST_LINE) {
      throw new TransferException(
          TransferErrorCode.TOO_LARGE,
          "Too long response header line (" + line.length() + " bytes)");
    }
    if (lines > reading.limits().headerCount()) {
      throw new TransferException(
          TransferErrorCode.TOO_LARGE,
          "Too many response headers, " + reading.limits().headerCount() + " is max");
    }
    if (text.length() + line.length() > reading.limits().headerBytes()) {
      throw new TransferException(
          TransferErrorCode.RECV_ERROR,
          "Too large response headers: more than " + reading.limits().headerBytes() + " bytes");
    }
    String bare = withoutEnd(line);
    if (lines == 0) {
      statusLine(bare);
    }
    check(bare);
    if (lines > 0) {
      Headers.Field field = LaxField.of(bare);
      if (field == null) {
        orderly = false;
      } else {
        judge(field);
        fields.add(field);
      }
    }
    lines++;
    text.append(line);
  }

  private static String withoutEnd(String line) {
    int end = line.length();
    if (end > 0 && line.charAt(end - 1) == '\n') {
      end--;
    }
    if (end > 0 && line.charAt(end - 1) == '\r') {
      end--;
    }
    return line.substring(0, end);
  }

  private void statusLine(String line) throws TransferException {
    if (!line.startsWith("HTTP/")) {
      throw weird("Invalid status line");
    }
    if (line.startsWith("HTTP/2") || line.startsWith("HTTP/3")) {
      throw weird("Version mismatch (from HTTP/1 to HTTP/" + line.charAt(5) + ")");
    }
    boolean fine =
        line.length() >= 12
            && (line.startsWith("HTTP/1.0") || line.startsWith("HTTP/1.1"))
            && (line.charAt(8) == ' ' || line.charAt(8) == '\t')
            && line.substring(9, 12).chars().allMatch(c -> c >= '0' && c <= '9');
    if (!fine) {
      throw new TransferException(
          TransferErrorCode.UNSUPPORTED_PROTOCOL, "Unsupported HTTP/1 subversion in response");
    }
    minorVersion = line.charAt(7) - '0';
    status = Integer.parseInt(line.substring(9, 12));
    reason = line.substring(12).strip();
  }

  private void check(String line) throws TransferException {
    if (line.indexOf('\0') >= 0) {
      throw weird("Nul byte in header");
    }
    if (line.indexOf('\r') >= 0) {
      throw weird("Carriage return found in header");
    }
    if (lines > 0 && line.indexOf(':') < 0) {
      throw weird("Header without colon");
    }
  }

  private void judge(Headers.Field field) throws TransferException {
    if (isBodiless()) {
      return;
    }
    if (field.name().equalsIgnoreCase("Content-Length") && !reading.rules().ignoreLength()) {
      contentLength(field.value());
    } else if (field.name().equalsIgnoreCase("Transfer-Encoding") && !reading.headRequest()) {
      codings.take(field.value());
    }
  }

  private boolean isBodiless() {
    return status < 200 || status == 204 || status == 304;
  }

  /// One number, or the same one several times.
  private void contentLength(String value) throws TransferException {
    if (value.indexOf(',') >= 0 || length >= 0) {
      orderly = false;
    }
    for (String part : value.split(",", -1)) {
      String number = part.strip();
      if (number.isEmpty() || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
        throw weird("Invalid Content-Length: value");
      }
      Long said = parse(number);
      if (said == null) {
        orderly = false;
        return;
      }
      if (length >= 0 && length != said) {
        throw weird("Invalid Content-Length: value");
      }
      length = said;
    }
  }

  /// Null for what is too large to be true: the body ends with the connection then.
  private static @Nullable Long parse(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static TransferException weird(String sentence) {
    return new TransferException(TransferErrorCode.WEIRD_SERVER_REPLY, sentence);
  }
}
