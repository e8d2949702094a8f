package org.sluice.app.curl.twin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/// What the origin says to each path: raw bytes, the same each time it is asked the same.
final class Site {
  private static final Pattern RANGE = Pattern.compile("(?i)\r\nRange: bytes=(\\d+)-(\\d*)\r\n");
  private static final String TEXT = "0123456789";

  /// One answer.
  ///
  /// @param text one character for each byte
  /// @param close whether the connection ends with it
  record Answer(String text, boolean close) {}

  private final Map<String, Integer> asked = new HashMap<>();

  synchronized Answer answer(String request, int port) {
    String[] words = request.substring(0, request.indexOf('\r')).split(" ", -1);
    String method = words[0];
    String target = words[1].replaceFirst("^http://[^/]*", "");
    String path = target.replaceFirst("\\?.*", "");
    if (method.equals("CONNECT")) {
      return target.startsWith("tunnel.example:")
          ? new Answer(
              "HTTP/1.1 200 Open\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n", false)
          : ok("404 No tunnel", "", "none\n");
    }
    int count = asked.merge(method + path, 1, Integer::sum);
    String head = request.substring(0, request.indexOf("\r\n\r\n") + 2);
    String body = request.substring(request.indexOf("\r\n\r\n") + 4);
    String lower = head.toLowerCase(Locale.ROOT);
    Answer found = page(path, count, head, lower, body, port);
    boolean bodiless = method.equals("HEAD");
    int end = found.text().indexOf("\r\n\r\n") + 4;
    return bodiless && end > 3 ? new Answer(found.text().substring(0, end), found.close()) : found;
  }

  private static Answer page(
      String path, int count, String head, String lower, String body, int port) {
    if (path.startsWith("/busy")) {
      return count == 1
          ? ok("503 Busy", "Retry-After: 1\r\n", "busy\n")
          : ok("200 OK", "", "at last\n");
    }
    if (path.startsWith("/status/")) {
      return ok(path.substring(8) + " As Asked", "", "status\n");
    }
    if (path.startsWith("/to/")) {
      return ok(path.substring(4) + " Over there", "Location: /ok?from\r\n", "moved\n");
    }
    return switch (path) {
      case "/twice" -> ok("200 OK", "Location: a\r\nLocation: b\r\n", "twice\n");
      case "/parts" ->
          count == 1
              ? new Answer("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n01234", true)
              : range(head);
      case "/empty" -> ok("200 OK", "", "");
      case "/chunked" ->
          new Answer(
              "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-End\r\n\r\n"
                  + "5\r\nhello\r\n6;x=y\r\n world\r\n0\r\nX-End: yes\r\n\r\n",
              false);
      case "/close" -> new Answer("HTTP/1.1 200 OK\r\nX: y\r\n\r\nuntil the end\n", true);
      case "/old" -> new Answer("HTTP/1.0 200 OK\r\nContent-Length: 4\r\n\r\nold\n", true);
      case "/cut" -> new Answer("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf\n", true);
      case "/loose" -> loose("Transfer-Encoding: chunked\r\n\r\n5\nloose\n0\nX-End: yes\n\n");
      case "/headless" -> new Answer("no head\n\nat all\n", true);
      case "/badlength" -> loose("X: y\r\nContent-Length: -6\r\n\r\nnobody\n");
      case "/badchunk" -> loose("Transfer-Encoding: chunked\r\n\r\n2\r\nx\n\r\nbad\r\n");
      case "/nul" -> loose("X: y\r\nY: \0z\r\nContent-Length: 2\r\n\r\nx\n");
      case "/longlength" ->
          new Answer(loose("Content-Length: 36893488147419103232\r\n\r\nx\n").text(), true);
      case "/wronglength" ->
          new Answer(loose("Content-Length: 3\r\n\r\nlonger than that\n").text(), true);
      case "/nothing" -> new Answer("", true);
      case "/loop" -> ok("302 Again", "Location: /loop\r\n", "");
      case "/relative" -> ok("302 Near", "Location: ok?a=b\r\n", "moved\n");
      case "/elsewhere" ->
          ok("302 Far", "Location: http://localhost:" + port + "/ok\r\n", "moved\n");
      case "/named" ->
          ok("200 OK", "Content-Disposition: attachment; filename=\"named.txt\"\r\n", "named\n");
      case "/basic" ->
          lower.contains("\r\nauthorization: basic ")
              ? ok("200 OK", "", "welcome\n")
              : ok("401 Who", "WWW-Authenticate: Basic realm=\"here\"\r\n", "who\n");
      case "/digest" ->
          lower.contains("\r\nauthorization: digest ")
              ? ok("200 OK", "", "welcome\n")
              : ok("401 Who", "WWW-Authenticate: Digest realm=\"here\", nonce=\"1\"\r\n", "who\n");
      case "/range" -> range(head);
      case "/cookies" ->
          ok("200 OK", "Set-Cookie: a=b; Path=/\r\nSet-Cookie: c=d; Path=/\r\n", "cookies\n");
      case "/hosts" ->
          ok("200 OK", "Set-Cookie: a=b; Path=/; Domain=host.example; HttpOnly\r\n", "set\n");
      case "/gone" ->
          ok("200 OK", "Set-Cookie: a=; Path=/; Domain=host.example; Max-Age=0\r\n", "gone\n");
      case "/echo" -> ok("200 OK", "Content-Type: text/plain\r\n", body);
      case "/gzip" ->
          lower.contains("gzip")
              ? ok("200 OK", "Content-Encoding: gzip\r\n", gzip("unpacked\n"))
              : ok("200 OK", "", "plain\n");
      case "/since" ->
          lower.contains("if-modified-since") || lower.contains("if-none-match: \"e1\"")
              ? new Answer("HTTP/1.1 304 As before\r\nETag: \"e1\"\r\n\r\n", false)
              : ok("200 OK", "ETag: \"e1\"\r\n", "fresh\n");
      case "/early" ->
          new Answer(
              "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + ok("200 OK", "", "late\n").text(),
              false);
      case "/many" -> ok("200 OK", "X-A: 1\r\nX-A: 2\r\nX-B:   spaced  \r\n", "many\n");
      default ->
          ok(
              "200 OK",
              "Content-Type: text/plain\r\nETag: \"e1\"\r\n"
                  + "Last-Modified: Tue, 13 Jun 2023 12:10:00 GMT\r\n",
              "hello\n");
    };
  }

  private static Answer loose(String rest) {
    return new Answer("HTTP/1.1 200 OK\r\n" + rest, false);
  }

  private static Answer range(String head) {
    Matcher range = RANGE.matcher(head);
    if (!range.find()) {
      return ok("200 OK", "Accept-Ranges: bytes\r\n", TEXT);
    }
    int first = Integer.parseInt(range.group(1));
    int last =
        range.group(2).isEmpty()
            ? TEXT.length() - 1
            : Math.min(Integer.parseInt(range.group(2)), TEXT.length() - 1);
    if (first >= TEXT.length()) {
      return ok("416 Too far", "Content-Range: bytes */10\r\n", "too far\n");
    }
    return ok(
        "206 Part",
        "Content-Range: bytes " + first + "-" + last + "/10\r\n",
        TEXT.substring(first, last + 1));
  }

  private static Answer ok(String status, String fields, String body) {
    return new Answer(
        "HTTP/1.1 "
            + status
            + "\r\n"
            + fields
            + "Content-Length: "
            + body.length()
            + "\r\n\r\n"
            + body,
        false);
  }

  private static String gzip(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
      packed.write(text.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.ISO_8859_1);
  }
}
