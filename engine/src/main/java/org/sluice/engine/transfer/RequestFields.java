package org.sluice.engine.transfer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.ByteRange;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.SecretFields;
import org.sluice.engine.http1.RequestHead;
import org.sluice.engine.request.ProxyServer;
import org.sluice.engine.request.TransferOptions;

/// The fields that go out with each request of one transfer: a pure function of where it goes.
final class RequestFields {
  private final TransferOptions options;

  RequestFields(TransferOptions options) {
    this.options = options;
  }

  /// Fields of the engine.
  ///
  /// @param readByProxy whether a proxy reads this request
  /// @param proxyAuthorization for such a proxy; null for none
  /// @param authorization for the server; null for none
  Headers own(
      boolean readByProxy, @Nullable String proxyAuthorization, @Nullable String authorization) {
    List<Headers.Field> fields = new ArrayList<>();
    if (proxyAuthorization != null) {
      fields.add(new Headers.Field("Proxy-Authorization", proxyAuthorization));
    }
    if (authorization != null) {
      fields.add(new Headers.Field("Authorization", authorization));
    }
    fields.add(new Headers.Field("User-Agent", RequestHead.USER_AGENT));
    fields.add(new Headers.Field("Accept", "*/*"));
    ByteRange range = options.range();
    if (range != null) {
      fields.add(new Headers.Field("Range", range.fieldValue()));
    }
    if (readByProxy) {
      fields.add(new Headers.Field("Proxy-Connection", "Keep-Alive"));
    }
    return new Headers(fields);
  }

  /// Those of the user's fields, and of the proxy's own, that may go where this request goes.
  ///
  /// @param trusted whether its origin may know the user's secrets
  /// @param proxy that reads it; null for none. Fields for a proxy go to nobody else
  /// @param leavesTls whether the first URL was https and this one is not
  Headers users(boolean trusted, @Nullable ProxyServer proxy, boolean leavesTls) {
    List<Headers.Field> fields = new ArrayList<>();
    for (Headers.Field field : options.headers().fields()) {
      boolean tells = leavesTls && !trusted && field.name().equalsIgnoreCase("Referer");
      if (mayGo(field.name(), trusted, proxy != null) && !tells) {
        fields.add(field);
      }
    }
    if (proxy != null) {
      fields.addAll(proxy.headers().fields());
    }
    return new Headers(fields);
  }

  private static boolean mayGo(String name, boolean trusted, boolean readByProxy) {
    if (SecretFields.isForProxy(name)) {
      return readByProxy;
    }
    return trusted || !(SecretFields.isSecret(name) || name.equalsIgnoreCase("Host"));
  }
}
