package org.sluice.app.curl.run;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sluice.app.curl.Operation;
import org.sluice.app.curl.Urls;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.multi.TransferInfo;
import org.sluice.engine.multi.TransferStages;
import org.sluice.engine.request.HeadKind;

/// What is known of a transfer at its end: the variables of `--write-out`.
///
/// @param heads of all answers, in order
/// @param exitCode curl's
/// @param error null if there was none
/// @param retries attempts after the first
/// @param uploaded bytes of the body that was sent, as far as its length was known
/// @param lastRequest the head of the last request; empty if none was sent
/// @param requestBytes of all requests
/// @param nanos how long it took, retries not counted
record Report(
    Job job,
    String url,
    TransferInfo info,
    List<SeenHead> heads,
    int exitCode,
    @Nullable String error,
    int retries,
    long nanos,
    long uploaded,
    TransferStages stages,
    String lastRequest,
    long requestBytes,
    @Nullable String fileName) {
  private static final Map<String, Function<Report, @Nullable Object>> VARIABLES = variables();

  /// A time, which is written with six digits.
  record Micros(long micros) {}

  /// A status, which is written with three digits.
  record Status(int code) {}

  Report {
    heads = List.copyOf(heads);
  }

  static boolean isKnown(String name) {
    return VARIABLES.containsKey(name);
  }

  /// All names, sorted.
  static Iterable<String> names() {
    return VARIABLES.keySet();
  }

  /// A text, number, [Micros] or [Status]; null if it is not known.
  @Nullable Object value(String name) {
    Function<Report, @Nullable Object> variable = VARIABLES.get(name);
    return variable == null ? null : variable.apply(this);
  }

  @Nullable ResponseHead lastHead() {
    return heads.isEmpty() ? info.head() : heads.getLast().head();
  }

  private @Nullable String field(String name) {
    ResponseHead head = lastHead();
    return head == null ? null : head.header(name);
  }

  private Operation operation() {
    return job.operation();
  }

  private long speed(long bytes) {
    return nanos <= 0 ? 0 : (long) (bytes * 1e9 / nanos);
  }

  private static Map<String, Function<Report, @Nullable Object>> variables() {
    Map<String, Function<Report, @Nullable Object>> all = new TreeMap<>();
    all.put("content_type", r -> r.field("Content-Type"));
    all.put("errormsg", Report::error);
    all.put("exitcode", r -> (long) r.exitCode);
    all.put("filename_effective", Report::fileName);
    all.put("ftp_entry_path", r -> null);
    all.put("http_code", r -> new Status(r.info.httpStatus()));
    all.put("response_code", r -> new Status(r.info.httpStatus()));
    all.put("http_connect", Report::connectStatus);
    all.put("size_header", r -> r.heads.stream().mapToLong(h -> h.text().length()).sum());
    all.put("http_version", Report::version);
    all.put("method", Report::method);
    all.put("num_connects", r -> (long) r.info.newConnects());
    all.put("num_headers", Report::headerCount);
    all.put("num_redirects", r -> (long) r.info.redirects());
    all.put("num_retries", r -> (long) r.retries);
    all.put("redirect_url", Report::redirectUrl);
    all.put("referer", r -> r.sentField("referer"));
    all.put("scheme", r -> Urls.part(r.info.effectiveUrl(), "scheme"));
    all.put("size_download", r -> r.info.received());
    all.put("size_upload", r -> r.uploaded);
    all.put("speed_download", r -> r.speed(r.info.received()));
    all.put("speed_upload", r -> r.speed(r.uploaded));
    all.put("ssl_verify_result", r -> 0L);
    all.put("proxy_ssl_verify_result", r -> 0L);
    all.put("size_request", r -> r.requestBytes + r.uploaded);
    all.put("size_delivered", r -> r.info.received());
    all.put("local_ip", r -> address(r.stages.local()));
    all.put("local_port", r -> port(r.stages.local()));
    all.put("remote_ip", r -> address(r.stages.remote()));
    all.put("remote_port", r -> port(r.stages.remote()));
    all.put("time_namelookup", r -> micros(r.stages.lookupNanos()));
    all.put("time_connect", r -> micros(r.stages.connectNanos()));
    all.put("time_appconnect", r -> micros(r.stages.tlsNanos()));
    all.put("time_pretransfer", r -> micros(r.stages.requestNanos()));
    all.put("time_posttransfer", r -> micros(r.stages.requestNanos()));
    all.put("time_starttransfer", r -> micros(r.stages.answerNanos()));
    all.put("time_redirect", r -> micros(r.stages.redirectNanos()));
    all.put("time_queue", r -> new Micros(0));
    all.put("conn_id", r -> 0L);
    all.put("xfer_id", r -> (long) r.job.number());
    all.put("num_certs", r -> 0L);
    all.put("certs", r -> "");
    all.put("tls_earlydata", r -> 0L);
    all.put(
        "proxy_used",
        r ->
            r.lastRequest.startsWith("CONNECT ") || r.lastRequest.contains("\r\nProxy-Connection:")
                ? 1L
                : 0L);
    all.put("time_total", r -> new Micros(r.nanos / 1000));
    all.put("url", Report::url);
    all.put("url_effective", r -> Urls.withHostOf(r.info.effectiveUrl(), r.url));
    all.put("urlnum", r -> (long) r.job.number());
    for (String part :
        List.of(
            "scheme",
            "user",
            "password",
            "options",
            "host",
            "port",
            "path",
            "query",
            "fragment",
            "zoneid")) {
      all.put("url." + part, r -> Urls.part(r.url, part));
      all.put("urle." + part, r -> Urls.part(r.info.effectiveUrl(), part));
    }
    return all;
  }

  private @Nullable Object version() {
    ResponseHead head = lastHead();
    if (head == null) {
      return "0";
    }
    return head.majorVersion() >= 2
        ? Integer.toString(head.majorVersion())
        : head.isHttp10() ? "1.0" : "1.1";
  }

  private @Nullable Object connectStatus() {
    return new Status(
        heads.stream()
            .filter(h -> h.kind() == HeadKind.CONNECT)
            .mapToInt(h -> h.head().status())
            .reduce(0, (first, second) -> second));
  }

  private @Nullable Object method() {
    String said = operation().text("request", operation().isOn("head") ? "HEAD" : "GET");
    return lastRequest.isEmpty() ? said : lastRequest.substring(0, lastRequest.indexOf(' '));
  }

  /// A field of the last request.
  private @Nullable String sentField(String name) {
    return lastRequest
        .lines()
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse(null);
  }

  private static String address(@Nullable InetSocketAddress end) {
    return end == null ? "" : end.getAddress().getHostAddress().replaceFirst("%.*", "");
  }

  private static long port(@Nullable InetSocketAddress end) {
    return end == null ? 0 : end.getPort();
  }

  private static Micros micros(long nanos) {
    return new Micros(nanos / 1000);
  }

  private @Nullable Object headerCount() {
    ResponseHead head = lastHead();
    return head == null ? 0L : (long) head.headers().fields().size();
  }

  private @Nullable Object redirectUrl() {
    ResponseHead head = lastHead();
    String location = head == null || head.status() / 100 != 3 ? null : head.header("Location");
    return location == null ? null : Urls.resolve(info.effectiveUrl(), location);
  }

  /// The fields of the last answer by lower-case name, for `%{header_json}`.
  Map<String, List<String>> fields() {
    Map<String, List<String>> all = new java.util.LinkedHashMap<>();
    ResponseHead head = lastHead();
    if (head != null) {
      for (Headers.Field field : head.headers().fields()) {
        all.computeIfAbsent(
                field.name().toLowerCase(Locale.ROOT), name -> new java.util.ArrayList<>())
            .add(field.value());
      }
    }
    return all;
  }
}
