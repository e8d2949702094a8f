package org.sluice.engine.request;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.Url;

/// Which proxy each URL goes through; asked anew for every redirect.
///
/// @param http for http URLs; null for none
/// @param https for https URLs; null for none
/// @param noProxy hosts that are spoken to directly all the same
public record ProxyOptions(
    @Nullable ProxyServer http, @Nullable ProxyServer https, NoProxy noProxy) {
  /// No proxy for anything.
  public static final ProxyOptions NONE = new ProxyOptions(null, null, NoProxy.NONE);

  /// One proxy for everything.
  public static ProxyOptions of(ProxyServer server) {
    return new ProxyOptions(server, server, NoProxy.NONE);
  }

  public ProxyOptions withNoProxy(NoProxy value) {
    return new ProxyOptions(http, https, value);
  }

  /// These, or `otherwise` if there is no proxy among them. What is spoken to directly by `otherwise`
  /// is so in any case.
  public ProxyOptions or(ProxyOptions otherwise) {
    return http == null && https == null ? otherwise : withNoProxy(otherwise.noProxy);
  }

  /// The proxy for `url`, or null for none.
  public @Nullable ProxyServer forUrl(Url url) {
    return noProxy.matches(url.host()) ? null : url.isTls() ? https : http;
  }
}
