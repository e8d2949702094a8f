package org.sluice.app.curl.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.app.curl.Inputs;
import org.sluice.app.curl.Numbers;
import org.sluice.app.curl.Operation;
import org.sluice.app.curl.UsageException;
import org.sluice.engine.http.AuthScheme;
import org.sluice.engine.http.ByteRange;
import org.sluice.engine.http.Credentials;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.Method;
import org.sluice.engine.request.AuthOptions;
import org.sluice.engine.request.RedirectOptions;
import org.sluice.engine.request.TimeLimits;
import org.sluice.engine.request.TransferOptions;

/// What the engine is told of one transfer: curl's options in the engine's words.
final class OptionsMaker {
  private final Operation operation;
  private final Inputs inputs;
  private final Place place;

  OptionsMaker(Operation operation, Inputs inputs, Place place) {
    this.operation = operation;
    this.inputs = inputs;
    this.place = place;
  }

  /// @param url with a scheme
  /// @param offset of `-C`; 0 for all
  /// @param etag what `--etag-compare` found; null for nothing to compare
  TransferOptions make(String url, long offset, @Nullable String etag) throws UsageException {
    TransferOptions.Builder builder =
        TransferOptions.builder(url)
            .method(operation.isOn("head") ? Method.HEAD : Method.GET)
            .headers(headers(etag))
            .redirects(redirects())
            .limits(limits())
            .auth(auth())
            .trustRedirects(operation.isOn("location-trusted"))
            .proxy(new ProxyMaker(operation, inputs).make(place.environment()))
            .recvLimitBytesPerSecond(operation.bytes("limit-rate", 0));
    if (offset > 0) {
      builder.range(ByteRange.from(offset));
    }
    return builder.build();
  }

  private Headers headers(@Nullable String etag) throws UsageException {
    HeaderLines lines = HeaderLines.of(operation, "header", inputs);
    List<Headers.Field> fields = new ArrayList<>();
    String range = operation.text("range");
    String agent = operation.text("user-agent");
    String referer = operation.text("referer");
    if (range != null && !lines.has("Range")) {
      fields.add(
          new Headers.Field("Range", "bytes=" + (range.matches("\\d+") ? range + "-" : range)));
    }
    if (agent != null && !agent.isEmpty() && !lines.has("User-Agent")) {
      fields.add(new Headers.Field("User-Agent", agent));
    }
    if (referer != null && !lines.has("Referer")) {
      String first =
          referer.endsWith(";auto") ? referer.substring(0, referer.length() - 5) : referer;
      if (!first.isEmpty()) {
        fields.add(new Headers.Field("Referer", first));
      }
    }
    fields.addAll(lines.fields());
    if (etag != null) {
      fields.add(new Headers.Field("If-None-Match", etag));
    }
    return new Headers(fields);
  }

  private RedirectOptions redirects() {
    boolean follow =
        operation.isOn("location")
            || operation.isOn("location-trusted")
            || operation.isOn("follow");
    long max = Numbers.signed(operation.text("max-redirs", "50"));
    return new RedirectOptions(
        follow,
        max < 0 ? Integer.MAX_VALUE : Math.toIntExact(Math.min(max, Integer.MAX_VALUE)),
        true);
  }

  private TimeLimits limits() {
    TimeLimits limits = TimeLimits.DEFAULT.withTotal(seconds("max-time", 0));
    if (operation.has("connect-timeout")) {
      limits = limits.withConnect(seconds("connect-timeout", 0));
    }
    if (operation.has("speed-limit") || operation.has("speed-time")) {
      limits =
          limits.withLowSpeed(
              operation.number("speed-limit", 1),
              Duration.ofSeconds(operation.number("speed-time", 30)));
    }
    return limits;
  }

  private Duration seconds(String name, long unsaid) {
    return Duration.ofMillis(operation.millis(name, unsaid));
  }

  private AuthOptions auth() throws UsageException {
    Set<AuthScheme> allowed = EnumSet.noneOf(AuthScheme.class);
    for (var given : operation.allOf("basic", "digest", "anyauth", "oauth2-bearer")) {
      switch (given.option().name()) {
        case "basic" -> toggle(allowed, AuthScheme.BASIC, given.on());
        case "digest" -> toggle(allowed, AuthScheme.DIGEST, given.on());
        case "oauth2-bearer" -> allowed.add(AuthScheme.BEARER);
        default -> allowed.addAll(AuthScheme.any());
      }
    }
    if (allowed.isEmpty()) {
      allowed.add(AuthScheme.BASIC);
    }
    String user = operation.text("user");
    try {
      return new AuthOptions(
          allowed, user == null ? null : Credentials.parse(user), operation.text("oauth2-bearer"));
    } catch (IllegalArgumentException e) {
      throw new UsageException(UsageException.BAD_USE, String.valueOf(e.getMessage()), e);
    }
  }

  private static void toggle(Set<AuthScheme> set, AuthScheme scheme, boolean on) {
    if (on) {
      set.add(scheme);
    } else {
      set.remove(scheme);
    }
  }
}
