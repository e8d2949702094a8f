package org.sluice.engine.transfer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.ByteRange;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.SecretFields;
import org.sluice.engine.request.TransferOptions;

/// The fields that go out with each request of one transfer: a pure function of where it goes.
final class RequestFields {
  static final String USER_AGENT = "Sluice/0.1";

  private final TransferOptions options;

  RequestFields(TransferOptions options) {
    this.options = options;
  }

  /// Fields of the engine.
  ///
  /// @param proxyAuthorization for a proxy that reads this request; null for none
  /// @param authorization for the server; null for none
  Headers own(@Nullable String proxyAuthorization, @Nullable String authorization) {
    List<Headers.Field> fields = new ArrayList<>();
    if (proxyAuthorization != null) {
      fields.add(new Headers.Field("Proxy-Authorization", proxyAuthorization));
    }
    if (authorization != null) {
      fields.add(new Headers.Field("Authorization", authorization));
    }
    fields.add(new Headers.Field("User-Agent", USER_AGENT));
    fields.add(new Headers.Field("Accept", "*/*"));
    ByteRange range = options.range();
    if (range != null) {
      fields.add(new Headers.Field("Range", range.fieldValue()));
    }
    return new Headers(fields);
  }

  /// Those of the user's fields that may go where this request goes.
  ///
  /// @param trusted whether its origin may know the user's secrets
  /// @param readByProxy whether a proxy reads it; fields for a proxy go to nobody else
  /// @param leavesTls whether the first URL was https and this one is not
  Headers users(boolean trusted, boolean readByProxy, boolean leavesTls) {
    return new Headers(
        options.headers().fields().stream()
            .filter(f -> mayGo(f.name(), trusted, readByProxy))
            .filter(f -> !(leavesTls && !trusted && f.name().equalsIgnoreCase("Referer")))
            .toList());
  }

  private static boolean mayGo(String name, boolean trusted, boolean readByProxy) {
    if (SecretFields.isForProxy(name)) {
      return readByProxy;
    }
    return trusted || !(SecretFields.isSecret(name) || name.equalsIgnoreCase("Host"));
  }
}
