package org.sluice.engine.http1;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.sluice.engine.http.Headers;

/// Writes the head of a request.
///
/// `HttpGenerator` is made for servers with buffer pools; the head of a request without a body is
/// one line and its fields, all of them checked by [Headers.Field] and
/// `Url`.
///
/// **Source**: RFC 9112, 3.
public final class RequestHead {
  /// The name of the engine, where the user gives no other.
  public static final String USER_AGENT = "Sluice/0.1";

  private RequestHead() {}

  /// @param method GET and the like; CONNECT for a tunnel
  /// @param target the second word of the request line
  /// @param minorVersion of HTTP/1
  /// @param host of the Host field
  /// @param own fields of the engine; a field of the same name in `extra` replaces one
  public static ByteBuffer encode(
      String method, String target, int minorVersion, String host, Headers own, Headers extra) {
    StringBuilder out = new StringBuilder(256);
    out.append(method).append(' ').append(target);
    out.append(" HTTP/1.").append(minorVersion).append("\r\n");
    if (!extra.has("Host")) {
      line(out, "Host", host);
    }
    for (Headers.Field field : own.fields()) {
      if (!extra.has(field.name())) {
        line(out, field.name(), field.value());
      }
    }
    for (Headers.Field field : extra.fields()) {
      line(out, field.name(), field.value());
    }
    out.append("\r\n");
    return ByteBuffer.wrap(out.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void line(StringBuilder out, String name, String value) {
    out.append(name).append(": ").append(value).append("\r\n");
  }
}
