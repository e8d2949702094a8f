package org.sluice.app.curl.run;

import java.lang.module.ModuleDescriptor;
import org.jspecify.annotations.Nullable;

/// What `-V` says.
final class CurlVersion {
  private CurlVersion() {}

  static String line() {
    @Nullable ModuleDescriptor descriptor = CurlVersion.class.getModule().getDescriptor();
    String number = descriptor == null ? "dev" : descriptor.rawVersion().orElse("dev");
    return "sluice curl " + number + " (Java " + Runtime.version().feature() + ")";
  }

  static String text() {
    return line()
        + """

        Protocols: http https
        Features: alpn asynchdns brotli HTTP2 HTTPS-proxy IDN IPv6 Largefile libz PSL SSL threadsafe zstd
        """;
  }
}
