package org.sluice.engine.http2;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MetaData;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.request.Http2Limits;

/// Reads the field list of a response, and refuses what no response may have: pseudo fields out of
/// place, fields that are about an HTTP/1 connection, two lengths.
///
/// Jetty has refused already: names in capitals, characters that no name or value may have, pseudo
/// fields that are unknown, doubled, of a request, or behind others.
///
/// **Errors**: HTTP2_STREAM, TOO_LARGE. **Source**: RFC 9113, 8.1 to 8.3.
final class ResponseFieldList {
  /// What RFC 9113, 6.5.2 adds for each field.
  private static final int FIELD_OVERHEAD_BYTES = 32;

  private ResponseFieldList() {}

  static ResponseHead head(MetaData.Response data, Http2Limits limits) throws TransferException {
    int status = data.getStatus();
    if (status < 100 || status > 999) {
      throw broken("has the status " + status);
    }
    if (status == 101) {
      throw broken("switches protocols (101), which HTTP/2 does not know");
    }
    Headers headers = headers(data.getHttpFields(), limits);
    return new ResponseHead(2, 0, status, "", headers, length(headers));
  }

  /// The fields behind a body.
  static Headers trailers(MetaData data, Http2Limits limits) throws TransferException {
    if (data.isResponse() || data.isRequest()) {
      throw broken("has pseudo fields among its trailers");
    }
    return headers(data.getHttpFields(), limits);
  }

  private static Headers headers(HttpFields list, Http2Limits limits) throws TransferException {
    List<Headers.Field> fields = new ArrayList<>();
    long bytes = 0;
    for (HttpField field : list) {
      String value = field.getValue() == null ? "" : field.getValue();
      bytes += field.getName().length() + (long) value.length() + FIELD_OVERHEAD_BYTES;
      if (fields.size() == limits.headerCount() || bytes > limits.headerBytes()) {
        throw new TransferException(
            TransferErrorCode.TOO_LARGE,
            "The response head is larger than "
                + limits.headerBytes()
                + " bytes or "
                + limits.headerCount()
                + " lines");
      }
      if (HopFields.has(field.getName())) {
        throw broken("has a " + field.getName() + " field, which HTTP/2 forbids");
      }
      try {
        fields.add(new Headers.Field(field.getName(), value));
      } catch (IllegalArgumentException e) {
        throw broken("has a bad header: " + e.getMessage());
      }
    }
    return new Headers(fields);
  }

  /// What the head says of the body's length; -1 if nothing.
  private static long length(Headers headers) throws TransferException {
    long length = -1;
    for (String line : headers.all("content-length")) {
      for (String value : line.split(",", -1)) {
        long one = number(value.strip());
        if (length >= 0 && one != length) {
          throw broken("says two lengths of its body: " + length + " and " + one);
        }
        length = one;
      }
    }
    return length;
  }

  private static long number(String digits) throws TransferException {
    boolean plain = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    try {
      if (plain) {
        return Long.parseLong(digits);
      }
    } catch (NumberFormatException e) {
      throw new TransferException(
          TransferErrorCode.HTTP2_STREAM, "The response is longer than any number: " + digits, e);
    }
    throw broken("has a content-length that is no number: \"" + digits + "\"");
  }

  private static TransferException broken(String what) {
    return new TransferException(TransferErrorCode.HTTP2_STREAM, "The response " + what);
  }
}
