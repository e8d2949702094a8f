package org.sluice.engine.transfer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.ByteRange;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.Method;
import org.sluice.engine.http.SecretFields;
import org.sluice.engine.http1.RequestHead;
import org.sluice.engine.request.BodySource;
import org.sluice.engine.request.ProxyServer;
import org.sluice.engine.request.TransferOptions;

/// The fields that go out with each request of one transfer: a pure function of where it goes.
final class RequestFields {
  private final TransferOptions options;

  RequestFields(TransferOptions options) {
    this.options = options;
  }

  /// Fields of the engine that come before the user's.
  ///
  /// @param readByProxy whether a proxy reads this request
  /// @param proxyAuthorization for such a proxy; null for none
  /// @param authorization for the server; null for none
  /// @param cookie for the server; null for none
  Headers own(
      boolean readByProxy,
      @Nullable String proxyAuthorization,
      @Nullable String authorization,
      @Nullable String cookie,
      BodyPlan body) {
    List<Headers.Field> fields = new ArrayList<>();
    if (proxyAuthorization != null) {
      fields.add(new Headers.Field("Proxy-Authorization", proxyAuthorization));
    }
    if (authorization != null) {
      fields.add(new Headers.Field("Authorization", authorization));
    }
    ByteRange range = options.range();
    if (range != null) {
      fields.add(new Headers.Field("Range", range.fieldValue()));
    }
    fields.add(new Headers.Field("User-Agent", RequestHead.USER_AGENT));
    fields.add(new Headers.Field("Accept", "*/*"));
    String accepted = options.decode().accepted();
    if (options.decode().asksOnTheWay()) {
      fields.add(new Headers.Field("TE", "gzip"));
    }
    if (accepted != null) {
      fields.add(new Headers.Field("Accept-Encoding", accepted));
    }
    if (readByProxy) {
      fields.add(new Headers.Field("Proxy-Connection", "Keep-Alive"));
    }
    if (body.framing() == Framing.CHUNKED) {
      fields.add(new Headers.Field("Transfer-Encoding", "chunked"));
    }
    if (cookie != null) {
      fields.add(new Headers.Field("Cookie", cookie));
    }
    fields.addAll(options.condition().fields());
    fields.removeIf(field -> options.form().omits(field.name()));
    return new Headers(fields);
  }

  /// Fields of the engine that come behind the user's: those of the body.
  ///
  /// @param method whose rules count
  /// @param typed whether a body of this request is spoken of, even if it comes later
  Headers content(Method method, BodyPlan body, boolean typed) {
    List<Headers.Field> fields = new ArrayList<>(3);
    BodySource source = body.source();
    boolean saysNothing = source == null && (typed || hasLength(method));
    if (saysNothing) {
      fields.add(new Headers.Field("Content-Length", "0"));
    } else if (source != null && body.framing() == Framing.LENGTH) {
      fields.add(new Headers.Field("Content-Length", Long.toString(source.lengthBytes())));
    }
    String type = options.upload().type();
    if (type != null && typed) {
      fields.add(new Headers.Field("Content-Type", type));
    }
    if (body.expects()) {
      fields.add(new Headers.Field("Expect", "100-continue"));
    }
    fields.removeIf(field -> options.form().omits(field.name()));
    return new Headers(fields);
  }

  /// The fields Connection: the user's, and with the first of them what TE must not go without.
  ///
  /// **Source**: RFC 9110, 10.1.4.
  Headers connection() {
    List<Headers.Field> fields = new ArrayList<>();
    for (String value : options.headers().all("Connection")) {
      if (!value.isEmpty() || !options.decode().asksOnTheWay()) {
        fields.add(new Headers.Field("Connection", value));
      }
    }
    if (options.decode().asksOnTheWay()) {
      String first = fields.isEmpty() ? "" : fields.removeFirst().value() + ", ";
      fields.addFirst(new Headers.Field("Connection", first + "TE"));
    }
    return new Headers(fields);
  }

  /// RFC 9110, 8.6: a method that usually has a body says that there is none.
  private static boolean hasLength(Method method) {
    return method.isPost() || method.equals(Method.PUT);
  }

  /// Those of the user's fields, and of the proxy's own, that may go where this request goes; without
  /// [#connection].
  ///
  /// @param trusted whether its origin may know the user's secrets
  /// @param proxy that reads it; null for none. Fields for a proxy go to nobody else
  /// @param leavesTls whether the first URL was https and this one is not
  /// @param body what goes along; fields of another body, or of none, do not
  Headers users(boolean trusted, @Nullable ProxyServer proxy, boolean leavesTls, BodyPlan body) {
    List<Headers.Field> fields = new ArrayList<>();
    for (Headers.Field field : options.headers().fields()) {
      if (field.name().equalsIgnoreCase("Connection")) {
        continue;
      }
      boolean tells = leavesTls && !trusted && field.name().equalsIgnoreCase("Referer");
      if (mayGo(field.name(), trusted, proxy != null) && !tells && fits(field.name(), body)) {
        fields.add(field);
      }
    }
    if (proxy != null) {
      fields.addAll(proxy.headers().fields());
    }
    return new Headers(fields);
  }

  /// A length that is not that of the chunks, or a frame without a body, would make two requests of
  /// one.
  private boolean fits(String name, BodyPlan body) {
    boolean dropped = body.source() == null && options.upload().body() != null;
    boolean length = name.equalsIgnoreCase("Content-Length");
    boolean frame = name.equalsIgnoreCase("Transfer-Encoding");
    boolean expect = name.equalsIgnoreCase("Expect");
    return !(dropped && (length || frame || expect))
        && !(expect && body.source() != null && !body.expects())
        && !(body.framing() == Framing.CHUNKED && length);
  }

  private static boolean mayGo(String name, boolean trusted, boolean readByProxy) {
    if (SecretFields.isForProxy(name)) {
      return readByProxy;
    }
    return trusted || !(SecretFields.isSecret(name) || name.equalsIgnoreCase("Host"));
  }
}
