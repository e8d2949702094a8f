package org.sluice.engine.request;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.ByteRange;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.Method;
import org.sluice.engine.http.Url;

/// Everything that an application asks of one transfer.
///
/// @param url as the user gave it; checked when the transfer starts (URL_MALFORMAT)
/// @param method whose rules count; see `form` for another word on the request line
/// @param headers fields to send besides the engine's own; one of the same name replaces the
///   engine's
/// @param range the part of the representation that is wanted; null for all of it
/// @param recvLimitBytesPerSecond of this transfer alone (`CURLOPT_MAX_RECV_SPEED_LARGE`); 0 for no
///   limit
/// @param rateLimits shared with other transfers of the same multi, and changed live; all of them
///   count
/// @param failOnError a status of 400 and above ends with HTTP_RETURNED_ERROR before any body
/// @param freshConnect never start on a pooled connection
/// @param forbidReuse close the connection after the transfer
/// @param urls how URLs are read, and which may be asked for
/// @param network how servers are found and reached
/// @param auth who the user is for the origin of `url`, and for no other
/// @param trustRedirects whether `auth`, and secret fields of `headers`, go to every origin that a
///   redirect names (`CURLOPT_UNRESTRICTED_AUTH`); off, as that gives them away
/// @param netrc asked for a host where neither `auth` nor the URL has a password; null for none
/// @param proxy which proxies are used
/// @param httpVersion which HTTP is spoken
/// @param pipeWait wait for a connection that is being opened, if it may turn out to take many
///   transfers, rather than open another (`CURLOPT_PIPEWAIT`)
/// @param upload what is sent, and how
/// @param cookies which are sent, and where those go that come
/// @param decode which packing of bodies is asked for and taken off
/// @param condition under which the body is wanted at all
/// @param form how requests look where they are not as they would be by themselves
/// @param answers how much an answer may break the rules
public record TransferOptions(
    String url,
    Method method,
    Headers headers,
    @Nullable ByteRange range,
    RedirectOptions redirects,
    TimeLimits limits,
    TlsOptions tls,
    long recvLimitBytesPerSecond,
    List<RateLimit> rateLimits,
    boolean failOnError,
    boolean freshConnect,
    boolean forbidReuse,
    UrlOptions urls,
    NetworkOptions network,
    AuthOptions auth,
    boolean trustRedirects,
    @Nullable Netrc netrc,
    ProxyOptions proxy,
    HttpVersionChoice httpVersion,
    boolean pipeWait,
    UploadOptions upload,
    CookieOptions cookies,
    DecodeOptions decode,
    ConditionOptions condition,
    RequestForm form,
    AnswerRules answers) {

  public TransferOptions {
    if (recvLimitBytesPerSecond < 0) {
      throw new IllegalArgumentException("a limit cannot be negative: " + recvLimitBytesPerSecond);
    }
    rateLimits = List.copyOf(rateLimits);
  }

  /// A GET of `url` with the defaults.
  public static TransferOptions get(String url) {
    return builder(url).build();
  }

  public static Builder builder(String url) {
    return new Builder(url);
  }

  /// The URL as it may be shown and written down: without name and password.
  public String shownUrl() {
    return Url.withoutUserInfo(url);
  }

  /// Says no secret.
  @Override
  public String toString() {
    return method + " " + shownUrl();
  }

  /// Collects the options of one transfer.
  public static final class Builder {
    private final String url;
    private Method method = Method.GET;
    private Headers headers = Headers.EMPTY;
    private @Nullable ByteRange range;
    private RedirectOptions redirects = RedirectOptions.DEFAULT;
    private TimeLimits limits = TimeLimits.DEFAULT;
    private TlsOptions tls = TlsOptions.SYSTEM;
    private long recvLimitBytesPerSecond;
    private List<RateLimit> rateLimits = List.of();
    private boolean failOnError;
    private boolean freshConnect;
    private boolean forbidReuse;
    private UrlOptions urls = UrlOptions.DEFAULT;
    private NetworkOptions network = NetworkOptions.DEFAULT;
    private AuthOptions auth = AuthOptions.NONE;
    private boolean trustRedirects;
    private @Nullable Netrc netrc;
    private ProxyOptions proxy = ProxyOptions.NONE;
    private HttpVersionChoice httpVersion = HttpVersionChoice.HTTP_2;
    private boolean pipeWait = true;
    private UploadOptions upload = UploadOptions.NONE;
    private CookieOptions cookies = CookieOptions.NONE;
    private DecodeOptions decode = DecodeOptions.NONE;
    private ConditionOptions condition = ConditionOptions.NONE;
    private RequestForm form = RequestForm.DEFAULT;
    private AnswerRules answers = AnswerRules.STRICT;

    private Builder(String url) {
      this.url = url;
    }

    public Builder method(Method value) {
      method = value;
      return this;
    }

    public Builder headers(Headers value) {
      headers = value;
      return this;
    }

    public Builder range(@Nullable ByteRange value) {
      range = value;
      return this;
    }

    public Builder redirects(RedirectOptions value) {
      redirects = value;
      return this;
    }

    public Builder limits(TimeLimits value) {
      limits = value;
      return this;
    }

    public Builder tls(TlsOptions value) {
      tls = value;
      return this;
    }

    public Builder recvLimitBytesPerSecond(long value) {
      recvLimitBytesPerSecond = value;
      return this;
    }

    public Builder rateLimits(List<RateLimit> value) {
      rateLimits = value;
      return this;
    }

    public Builder failOnError(boolean value) {
      failOnError = value;
      return this;
    }

    public Builder freshConnect(boolean value) {
      freshConnect = value;
      return this;
    }

    public Builder forbidReuse(boolean value) {
      forbidReuse = value;
      return this;
    }

    public Builder urls(UrlOptions value) {
      urls = value;
      return this;
    }

    public Builder network(NetworkOptions value) {
      network = value;
      return this;
    }

    /// Addresses for names in lower case, whatever the port; what else is known of the network
    /// stays.
    public Builder resolve(Map<String, List<InetAddress>> value) {
      network = network.withResolve(ResolveRules.of(value));
      return this;
    }

    public Builder auth(AuthOptions value) {
      auth = value;
      return this;
    }

    public Builder trustRedirects(boolean value) {
      trustRedirects = value;
      return this;
    }

    public Builder netrc(@Nullable Netrc value) {
      netrc = value;
      return this;
    }

    public Builder proxy(ProxyOptions value) {
      proxy = value;
      return this;
    }

    public Builder httpVersion(HttpVersionChoice value) {
      httpVersion = value;
      return this;
    }

    public Builder pipeWait(boolean value) {
      pipeWait = value;
      return this;
    }

    public Builder upload(UploadOptions value) {
      upload = value;
      return this;
    }

    public Builder cookies(CookieOptions value) {
      cookies = value;
      return this;
    }

    public Builder decode(DecodeOptions value) {
      decode = value;
      return this;
    }

    public Builder condition(ConditionOptions value) {
      condition = value;
      return this;
    }

    public Builder form(RequestForm value) {
      form = value;
      return this;
    }

    public Builder answers(AnswerRules value) {
      answers = value;
      return this;
    }

    public TransferOptions build() {
      return new TransferOptions(
          url,
          method,
          headers,
          range,
          redirects,
          limits,
          tls,
          recvLimitBytesPerSecond,
          rateLimits,
          failOnError,
          freshConnect,
          forbidReuse,
          urls,
          network,
          auth,
          trustRedirects,
          netrc,
          proxy,
          httpVersion,
          pipeWait,
          upload,
          cookies,
          decode,
          condition,
          form,
          answers);
    }
  }
}
