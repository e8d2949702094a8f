package org.sluice.engine.http1;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
  /// @param fields all of them, in the order of sending
  public static ByteBuffer encode(String method, String target, int minorVersion, Headers fields) {
    StringBuilder out = new StringBuilder(256);
    out.append(method).append(' ').append(target);
    out.append(" HTTP/1.").append(minorVersion).append("\r\n");
    for (Headers.Field field : fields.fields()) {
      out.append(field.name()).append(": ").append(field.value()).append("\r\n");
    }
    out.append("\r\n");
    return ByteBuffer.wrap(out.toString().getBytes(StandardCharsets.UTF_8));
  }

  /// Fields of the engine and of the user together, Host first; one of the same name in `extra`
  /// replaces one of `own`.
  public static Headers merge(String host, Headers own, Headers extra) {
    List<Headers.Field> all = new ArrayList<>(own.fields().size() + extra.fields().size() + 1);
    String given = extra.first("Host");
    all.add(new Headers.Field("Host", given == null ? host : given));
    for (Headers.Field field : own.fields()) {
      if (!extra.has(field.name())) {
        all.add(field);
      }
    }
    for (Headers.Field field : extra.fields()) {
      if (!field.name().equalsIgnoreCase("Host")) {
        all.add(field);
      }
    }
    return new Headers(all);
  }
}
