package org.sluice.engine.http1;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.Request;

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

  /// The head of `request`, as HTTP/1.1 writes it.
  public static ByteBuffer encode(Request request) {
    StringBuilder out = new StringBuilder(256);
    out.append(request.method().name()).append(' ').append(request.target());
    out.append(" HTTP/1.1\r\n");
    for (Headers.Field field : request.fields().fields()) {
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
