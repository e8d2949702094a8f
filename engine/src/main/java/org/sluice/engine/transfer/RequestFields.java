package org.sluice.engine.transfer;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sluice.engine.http.ByteRange;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.Url;
import org.sluice.engine.http1.RequestHead;
import org.sluice.engine.request.TransferOptions;

/// The fields that go out with each request of one transfer.
final class RequestFields {
  static final String USER_AGENT = "Sluice/0.1";

  /// Fields that must never reach another origin.
  private static final Set<String> SECRET =
      Set.of("authorization", "cookie", "proxy-authorization", "www-authenticate");

  private final TransferOptions options;
  private final Headers own;
  private Headers extra;

  RequestFields(TransferOptions options) {
    this.options = options;
    extra = options.headers();
    List<Headers.Field> fields = new ArrayList<>();
    fields.add(new Headers.Field("User-Agent", USER_AGENT));
    fields.add(new Headers.Field("Accept", "*/*"));
    ByteRange range = options.range();
    if (range != null) {
      fields.add(new Headers.Field("Range", range.fieldValue()));
    }
    own = new Headers(fields);
  }

  ByteBuffer encode(Url url) {
    return RequestHead.encode(options.method(), url, own, extra);
  }

  /// From now on another origin is asked: it gets none of the user's secrets, and no Host of old.
  void dropSecrets() {
    extra =
        new Headers(
            extra.fields().stream()
                .filter(f -> !SECRET.contains(f.name().toLowerCase(Locale.ROOT)))
                .filter(f -> !f.name().equalsIgnoreCase("Host"))
                .toList());
  }
}
