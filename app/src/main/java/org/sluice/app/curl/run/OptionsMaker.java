package org.sluice.app.curl.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sluice.app.curl.Given;
import org.sluice.app.curl.Inputs;
import org.sluice.app.curl.Numbers;
import org.sluice.app.curl.Operation;
import org.sluice.app.curl.Protocols;
import org.sluice.app.curl.UsageException;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.AuthScheme;
import org.sluice.engine.http.Credentials;
import org.sluice.engine.http.Method;
import org.sluice.engine.request.AnswerRules;
import org.sluice.engine.request.AuthOptions;
import org.sluice.engine.request.BodySource;
import org.sluice.engine.request.ConditionOptions;
import org.sluice.engine.request.CustomMethod;
import org.sluice.engine.request.DecodeOptions;
import org.sluice.engine.request.HttpVersionChoice;
import org.sluice.engine.request.KeepPost;
import org.sluice.engine.request.Netrc;
import org.sluice.engine.request.RedirectOptions;
import org.sluice.engine.request.RequestForm;
import org.sluice.engine.request.TimeCondition;
import org.sluice.engine.request.TimeLimits;
import org.sluice.engine.request.TransferOptions;
import org.sluice.engine.request.UrlOptions;

/// What the engine is told of one transfer: curl's options in the engine's words.
///
/// **Errors**: [JobException] with curl's number.
final class OptionsMaker {
  private static final int MOST_REDIRECTS = 50;

  private final Operation operation;
  private final Inputs inputs;
  private final Place place;
  private final CookieShelf cookies;

  OptionsMaker(Operation operation, Inputs inputs, Place place, CookieShelf cookies) {
    this.cookies = cookies;
    this.operation = operation;
    this.inputs = inputs;
    this.place = place;
  }

  /// @param url with a scheme
  /// @param offset of `-C`; 0 for all
  /// @param etag what `--etag-compare` found; null for nothing to compare
  /// @param watch put around the body that is sent
  TransferOptions make(
      Job job, String url, long offset, @Nullable String etag, UnaryOperator<BodySource> watch)
      throws UsageException {
    try {
      UploadMaker upload = new UploadMaker(job, inputs, place, offset);
      HeaderMaker headers = new HeaderMaker(operation, inputs, etag, offset);
      TransferOptions.Builder builder =
          TransferOptions.builder(url)
              .method(method(upload))
              .headers(headers.fields(upload))
              .form(form(headers.omitted()))
              .upload(upload.make(watch))
              .redirects(redirects())
              .cookies(cookies.options(operation, url))
              .decode(decode())
              .condition(ConditionOptions.NONE.withTime(condition()))
              .limits(limits())
              .auth(auth())
              .trustRedirects(operation.isOn("location-trusted"))
              .netrc(netrc())
              .proxy(new ProxyMaker(operation, inputs, place).make())
              .tls(new TlsMaker(operation, place, "").make())
              .network(new NetworkMaker(operation).make())
              .urls(urls())
              .httpVersion(version(url))
              .answers(answers())
              .recvLimitBytesPerSecond(operation.bytes("limit-rate", 0));
      return builder.build();
    } catch (TransferException e) {
      throw new JobException(e.code().number(), e.sentence());
    } catch (IllegalArgumentException e) {
      throw new JobException(ExitCodes.BAD_ARGUMENT, e.getMessage());
    }
  }

  private Method method(UploadMaker upload) {
    return operation.isOn("head")
        ? Method.HEAD
        : upload.isPut() ? Method.PUT : upload.isPost() ? Method.POST : Method.GET;
  }

  private RequestForm form(Set<String> omitted) {
    RequestForm form =
        RequestForm.DEFAULT
            .withOmitted(omitted)
            .withAutoReferer(operation.text("referer", "").endsWith(";auto"));
    String word = operation.text("request");
    if (word == null) {
      return form;
    }
    CustomMethod.Scope scope =
        operation.isOn("follow") ? CustomMethod.Scope.UNTIL_GET : CustomMethod.Scope.EVERY_HOP;
    return form.withCustomMethod(new CustomMethod(new Method(word), scope));
  }

  private RedirectOptions redirects() {
    Given last = operation.lastOf("location", "location-trusted", "follow");
    boolean follow = last != null && last.on();
    long max = Numbers.signed(operation.text("max-redirs", Integer.toString(MOST_REDIRECTS)));
    return new RedirectOptions(
            follow, max < 0 ? Integer.MAX_VALUE : (int) Math.min(max, Integer.MAX_VALUE), true)
        .withKeepPost(
            new KeepPost(
                operation.isOn("post301"), operation.isOn("post302"), operation.isOn("post303")));
  }

  private TimeLimits limits() {
    TimeLimits limits = TimeLimits.DEFAULT.withTotal(seconds("max-time"));
    if (operation.has("connect-timeout")) {
      limits = limits.withConnect(seconds("connect-timeout"));
    }
    if (operation.has("speed-limit") || operation.has("speed-time")) {
      limits =
          limits.withLowSpeed(
              Math.max(1, operation.number("speed-limit", 1)),
              Duration.ofSeconds(operation.number("speed-time", 30)));
    }
    if (operation.has("happy-eyeballs-timeout-ms")) {
      limits =
          new TimeLimits(
              limits.total(),
              limits.connect(),
              limits.serverResponse(),
              Duration.ofMillis(operation.number("happy-eyeballs-timeout-ms", 200)),
              limits.lowSpeedBytesPerSecond(),
              limits.lowSpeed());
    }
    return limits;
  }

  private DecodeOptions decode() {
    DecodeOptions options = operation.isOn("compressed") ? DecodeOptions.ALL : DecodeOptions.NONE;
    return options.withAsksOnTheWay(operation.isOn("tr-encoding")).withRaw(operation.isOn("raw"));
  }

  private AnswerRules answers() {
    return AnswerRules.LAX
        .withHttp09(operation.isOn("http0.9"))
        .withIgnoreLength(operation.isOn("ignore-content-length"));
  }

  private @Nullable TimeCondition condition() {
    String said = operation.text("time-cond");
    if (said == null) {
      return null;
    }
    boolean older = said.startsWith("-");
    String text = older || said.startsWith("+") || said.startsWith("=") ? said.substring(1) : said;
    Optional<Instant> time = DateText.parse(text).or(() -> fileTime(text));
    return time.map(
            at ->
                new TimeCondition(
                    older
                        ? TimeCondition.Kind.IF_UNMODIFIED_SINCE
                        : TimeCondition.Kind.IF_MODIFIED_SINCE,
                    at))
        .orElse(null);
  }

  private Optional<Instant> fileTime(String name) {
    try {
      return Optional.of(Files.getLastModifiedTime(place.path(name)).toInstant());
    } catch (IOException | InvalidPathException e) {
      // No date and no file is no condition, as in curl.
      return Optional.empty();
    }
  }

  private Duration seconds(String name) {
    return Duration.ofMillis(operation.millis(name, 0));
  }

  private HttpVersionChoice version(String url) {
    Given given = operation.lastOf("http1.0", "http1.1", "http2", "http2-prior-knowledge");
    if (given == null) {
      boolean tls = url.toLowerCase(Locale.ROOT).startsWith("https:");
      return tls && operation.isOn("alpn", true)
          ? HttpVersionChoice.HTTP_2
          : HttpVersionChoice.HTTP_1_1;
    }
    return switch (given.option().name()) {
      case "http1.0" -> HttpVersionChoice.HTTP_1_0;
      case "http1.1" -> HttpVersionChoice.HTTP_1_1;
      case "http2" -> HttpVersionChoice.HTTP_2;
      default -> HttpVersionChoice.HTTP_2_PRIOR_KNOWLEDGE;
    };
  }

  private UrlOptions urls() {
    return UrlOptions.DEFAULT
        .withPathAsIs(operation.isOn("path-as-is"))
        .withRequestTarget(operation.text("request-target"))
        .withProtocols(spoken("proto", Protocols.ALL))
        .withRedirectProtocols(spoken("proto-redir", Protocols.OF_REDIRECTS));
  }

  private Set<String> spoken(String option, Protocols unsaid) {
    String said = operation.text(option);
    Protocols allowed = said == null ? unsaid : Protocols.parse(said, unsaid);
    Set<String> spoken = new HashSet<>(UrlOptions.ALL);
    spoken.removeIf(name -> !allowed.allows(name));
    return spoken;
  }

  private @Nullable Netrc netrc() {
    String file = operation.text("netrc-file");
    boolean wanted = operation.isOn("netrc") || operation.isOn("netrc-optional") || file != null;
    if (!wanted) {
      return null;
    }
    Map<String, String> environment = place.environment();
    String unsaid =
        environment.getOrDefault("NETRC", environment.getOrDefault("HOME", "") + "/.netrc");
    String name = file == null ? unsaid : file;
    if (!inputs.exists(name)) {
      return null;
    }
    try {
      return Netrc.read(place.path(name));
    } catch (IOException e) {
      throw new JobException(ExitCodes.READ_ERROR, ".netrc parser error: " + e.getMessage());
    }
  }

  private AuthOptions auth() {
    Set<AuthScheme> allowed = EnumSet.noneOf(AuthScheme.class);
    for (Given given : operation.allOf("basic", "digest", "anyauth", "oauth2-bearer")) {
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
    return new AuthOptions(
        allowed, user == null ? null : Credentials.parse(user), operation.text("oauth2-bearer"));
  }

  private static void toggle(Set<AuthScheme> set, AuthScheme scheme, boolean on) {
    if (on) {
      set.add(scheme);
    } else {
      set.remove(scheme);
    }
  }
}
