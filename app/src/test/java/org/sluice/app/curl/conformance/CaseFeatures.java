package org.sluice.app.curl.conformance;

import java.util.Set;

/// What curl's cases may ask for that we have.
final class CaseFeatures {
  static final Set<String> OURS =
      Set.of(
          "http",
          "https",
          "cookies",
          "proxy",
          "IPv6",
          "SSL",
          "Largefile",
          "large-time",
          "large-size",
          "HTTP-auth",
          "crypto",
          "digest",
          "Mime",
          "netrc",
          "parsedate",
          "threadsafe",
          "headers-api",
          "local-http",
          "IDN",
          "PSL",
          "threaded-resolver",
          "verbose-strings",
          "socks",
          "brotli",
          "zstd",
          "libz",
          "getrlimit",
          "codeset-utf8",
          "Unicode",
          "bearer-auth",
          "basic-auth",
          "digest-auth",
          "http-auth",
          "form-api");

  private CaseFeatures() {}
}
