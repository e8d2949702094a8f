package org.sluice.engine.lab;

import java.util.ArrayList;
import java.util.List;

/// Makes a [LabRequest] of a head: few words, but strict ones.
///
/// **Source** RFC 9112, sections 2 to 5.
final class RequestParser {
  private static final String TOKEN_SIGNS = "!#$%&'*+-.^_`|~";

  private RequestParser() {}

  /// @param head lines that each end in CRLF, without the empty one
  static LabRequest parse(String head, long connection, LabOrigin origin)
      throws BadRequestException {
    int lineEnd = head.indexOf("\r\n");
    int first = head.indexOf(' ');
    int second = head.indexOf(' ', first + 1);
    if (first <= 0 || second <= first + 1 || second > lineEnd) {
      throw new BadRequestException("the request line is not: method, target, version");
    }
    String method = head.substring(0, first);
    String version = head.substring(second + 1, lineEnd);
    if (!isToken(method)) {
      throw new BadRequestException("the method is no token");
    }
    if (!version.startsWith("HTTP/") || version.indexOf(' ') >= 0) {
      throw new BadRequestException("the request line does not end in a version");
    }
    if (!version.equals("HTTP/1.1") && !version.equals("HTTP/1.0")) {
      throw new BadRequestException(505, "the version is neither HTTP/1.1 nor HTTP/1.0");
    }
    String sent = head.substring(first + 1, second);
    // A proxy is told the whole address, or with CONNECT a name and port.
    String target = origin.role() == LabOrigin.Role.PROXY ? sent : originForm(sent);
    List<LabRequest.Field> fields = fields(head, lineEnd + 2);
    LabRequest request = new LabRequest(connection, origin, method, target, version, fields);
    checkFraming(request);
    return request;
  }

  static String originForm(String target) throws BadRequestException {
    for (int i = 0; i < target.length(); i++) {
      if (target.charAt(i) <= ' ' || target.charAt(i) >= 0x7F) {
        throw new BadRequestException("the target has a sign that no target has");
      }
    }
    if (target.startsWith("/") || target.equals("*")) {
      return target;
    }
    int authority = target.indexOf("://");
    if (authority <= 0) {
      throw new BadRequestException("the target is no path and no address");
    }
    int slash = target.indexOf('/', authority + 3);
    return slash < 0 ? "/" : target.substring(slash);
  }

  private static List<LabRequest.Field> fields(String head, int from) throws BadRequestException {
    List<LabRequest.Field> fields = new ArrayList<>(8);
    int position = from;
    while (position < head.length()) {
      int lineEnd = head.indexOf("\r\n", position);
      int colon = head.indexOf(':', position);
      if (colon <= position || colon > lineEnd) {
        throw new BadRequestException("a header line has no name");
      }
      String name = head.substring(position, colon);
      String value = head.substring(colon + 1, lineEnd).strip();
      if (!isToken(name)) {
        throw new BadRequestException("a header name is no token");
      }
      if (value.indexOf('\r') >= 0 || value.indexOf('\0') >= 0) {
        throw new BadRequestException("a header value has a sign that no value has");
      }
      fields.add(new LabRequest.Field(name, value));
      position = lineEnd + 2;
    }
    return fields;
  }

  private static void checkFraming(LabRequest request) throws BadRequestException {
    if (request.version().equals("HTTP/1.1") && request.countOf("Host") != 1) {
      throw new BadRequestException("HTTP/1.1 wants exactly one Host");
    }
    long lengths = request.countOf("Content-Length");
    if (lengths > 1 || (lengths == 1 && request.header("Transfer-Encoding").isPresent())) {
      throw new BadRequestException("the length of the body is said twice");
    }
  }

  private static boolean isToken(String text) {
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      boolean letterOrDigit =
          (sign >= 'a' && sign <= 'z')
              || (sign >= 'A' && sign <= 'Z')
              || (sign >= '0' && sign <= '9');
      if (!letterOrDigit && TOKEN_SIGNS.indexOf(sign) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
