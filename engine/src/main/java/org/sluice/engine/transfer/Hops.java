package org.sluice.engine.transfer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.auth.AuthDecision;
import org.sluice.engine.auth.AuthSession;
import org.sluice.engine.connection.Origin;
import org.sluice.engine.connection.Via;
import org.sluice.engine.cookie.CookieJar;
import org.sluice.engine.cookie.CookieScope;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.AuthScheme;
import org.sluice.engine.http.Credentials;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.Method;
import org.sluice.engine.http.RedirectDecision;
import org.sluice.engine.http.RedirectMethod;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.http.Url;
import org.sluice.engine.http1.RequestHead;
import org.sluice.engine.request.AuthOptions;
import org.sluice.engine.request.BodySource;
import org.sluice.engine.request.ConnectTo;
import org.sluice.engine.request.CustomMethod;
import org.sluice.engine.request.Netrc;
import org.sluice.engine.request.ProxyServer;
import org.sluice.engine.request.TlsOptions;
import org.sluice.engine.request.TransferOptions;

/// Where one transfer is on its way from URL to URL: what is asked there, with which fields, and
/// what the answer's head leads to.
///
/// Secrets belong to the origin of the first URL, by exact scheme, host and port. They are sent
/// there, also when a redirect leads back, and to no other origin unless the options say so.
///
/// **Threads**: confined to the thread of its multi. **Source**: RFC 9110, 11 and 15.4.
final class Hops {
  private final TransferOptions options;
  private final RequestFields fields;
  private @Nullable Url home;
  private @Nullable Url url;
  private AuthSession server = new AuthSession(AuthOptions.NONE.allowed(), null, null);
  private @Nullable Origin origin;
  private @Nullable ProxyServer reader;
  private AuthSession proxy = new AuthSession(AuthOptions.NONE.allowed(), null, null);
  private NextStep next = new NextStep.Deliver("no answer yet");
  private int redirects;
  private @Nullable Url cameFrom;
  private Method method;
  private boolean sendsBody;
  private boolean customMethod = true;
  private boolean mayExpect = true;
  private boolean probing;
  private BodyPlan body = BodyPlan.NOTHING;

  Hops(TransferOptions options) {
    this.options = options;
    fields = new RequestFields(options);
    method = options.method();
    sendsBody = options.upload().body() != null;
  }

  /// Reads the URL that the user gave; nothing if that was done.
  void start() throws TransferException {
    if (url == null) {
      Url first = Url.parse(options.url(), options.urls().pathAsIs());
      if (!options.urls().protocols().contains(first.scheme())) {
        throw new TransferException(
            TransferErrorCode.UNSUPPORTED_PROTOCOL,
            "Protocol \"" + first.scheme() + "\" is not among those allowed");
      }
      home = first;
      goTo(first);
      server = session(first);
    }
  }

  private void goTo(Url to) {
    url = to;
    ConnectTo rule = options.network().elsewhere(to.host(), to.port());
    boolean elsewhere = rule != null && rule.leadsAway(to.host(), to.port());
    Via via = Via.of(to, options.proxy(), elsewhere);
    // Who we are concerns the first server alone, as all that stands for the user.
    TlsOptions tls = trusts(to) ? options.tls() : options.tls().withIdentity(null);
    origin = Origin.of(to, tls, via, options.network());
    ProxyServer next = via instanceof Via.Forward(ProxyServer by) ? by : null;
    if (next != null && !next.equals(reader)) {
      AuthOptions auth = next.auth();
      proxy = new AuthSession(auth.allowed(), auth.credentials(), auth.bearerToken());
    }
    reader = next;
  }

  Url url() {
    if (url == null) {
      throw new IllegalStateException("the URL has not been read yet");
    }
    return url;
  }

  int redirects() {
    return redirects;
  }

  /// The URL of this hop, to be shown.
  String shown() {
    return url == null ? options.shownUrl() : url.toString();
  }

  Origin origin() {
    if (origin == null) {
      throw new IllegalStateException("the URL has not been read yet");
    }
    return origin;
  }

  /// The name and port that its connection counts for; empty before the URL is read.
  String hostKey() {
    return origin == null ? "" : origin.hostKey();
  }

  /// Whose rules count for this hop's request.
  Method method() {
    return method;
  }

  /// The head of this hop's request.
  ///
  /// @param old whether it goes to a server of HTTP/1.0, which knows no Expect
  OutgoingRequest request(boolean old) {
    next = new NextStep.Deliver("no answer yet");
    Url to = url();
    ProxyServer by = reader;
    Method word = word();
    String given = options.urls().requestTarget();
    // As curl: the proxy's Digest too is about path and query, not the absolute form.
    String uri = given == null ? to.target() : given;
    String proxyAuthorization = by == null ? null : proxy.fieldValue(word.name(), uri);
    String authorization = server.fieldValue(word.name(), uri);
    probing = !method.isBodiless() && (probes(server) || (by != null && proxy.probes()));
    body = plan(old);
    Headers users = fields.users(trusts(to), by, leavesTls(to), body);
    Headers before =
        RequestHead.merge(
            to.hostAndPort(),
            fields.own(by != null, proxyAuthorization, authorization, cookie(to), body),
            users);
    List<Headers.Field> all = new ArrayList<>(before.fields());
    all.removeIf(field -> field.name().equals("Host") && options.form().omits("Host"));
    Url from = cameFrom;
    if (options.form().autoReferer() && from != null && (to.isTls() || !from.isTls())) {
      all.removeIf(field -> field.name().equalsIgnoreCase("Referer"));
      all.add(new Headers.Field("Referer", from.toString()));
    }
    for (Headers.Field field : fields.content(method, body, sendsBody).fields()) {
      if (!users.has(field.name())) {
        all.add(field);
      }
    }
    all.addAll(fields.connection().fields());
    return new OutgoingRequest(
        word.name(),
        to.scheme(),
        requestTarget(to, by != null),
        to.hostAndPort(),
        new Headers(all));
  }

  private boolean probes(AuthSession session) {
    return session.probes() && !userAnswers();
  }

  /// The jar's cookies for `to`, and the user's own where they may go.
  private @Nullable String cookie(Url to) {
    CookieJar jar = options.cookies().jar();
    String kept = jar == null ? null : jar.fieldValue(cookieScope());
    String own = trusts(to) ? options.cookies().own() : null;
    return kept == null ? own : own == null ? kept : kept + "; " + own;
  }

  /// Whose cookies this hop's are: the user's own Host field counts where it is sent.
  CookieScope cookieScope() {
    return CookieScope.of(url(), trusts(url()) ? options.headers().first("Host") : null);
  }

  /// The word on the request line.
  private Method word() {
    CustomMethod custom = options.form().customMethod();
    return custom != null && customMethod ? custom.word() : method;
  }

  /// What goes behind the head of [#request].
  BodyPlan body() {
    return body;
  }

  private BodyPlan plan(boolean old) {
    BodySource source = sendsBody && !probing ? options.upload().body() : null;
    if (source == null) {
      return BodyPlan.NOTHING;
    }
    boolean chunked =
        source.lengthBytes() == BodySource.UNKNOWN
            || options.headers().hasToken("Transfer-Encoding", "chunked");
    String asked = options.headers().first("Expect");
    boolean expects =
        mayExpect
            && !old
            && (asked == null
                ? options.upload().expect().asksFor(source.lengthBytes())
                : asked.equalsIgnoreCase("100-continue"));
    return new BodyPlan(source, chunked ? Framing.CHUNKED : Framing.LENGTH, expects);
  }

  /// The server is not the one for this connection (421): asks on another.
  ///
  /// **Source**: RFC 9110, 15.5.20.
  NextStep elsewhere() {
    next = new NextStep.Again("the server says that this connection is not for this URL (421)");
    return next;
  }

  /// The server does not want to be asked (417): asks without.
  NextStep withoutExpect() {
    mayExpect = false;
    next = new NextStep.Again("the server does not know 100-continue");
    return next;
  }

  private String requestTarget(Url to, boolean readByProxy) {
    String given = options.urls().requestTarget();
    return given != null ? given : readByProxy ? to.toString() : to.target();
  }

  /// What follows from the head of a final response.
  NextStep judge(ResponseHead head) {
    next = challenge(head);
    if (next instanceof NextStep.Deliver && probing && head.status() < 300) {
      server.letIn();
      proxy.letIn();
      next = new NextStep.Again("nobody asked for a password; now with the body");
    }
    if (next instanceof NextStep.Deliver) {
      next = redirect(head);
    }
    return next;
  }

  private NextStep challenge(ResponseHead head) {
    if (head.status() == 401 && !userAnswers()) {
      return step(server.challenged(head.headers().all("WWW-Authenticate")));
    }
    if (head.status() == 407 && reader != null && !options.headers().has("Proxy-Authorization")) {
      return step(proxy.challenged(head.headers().all("Proxy-Authenticate")));
    }
    return new NextStep.Deliver("not asked who it is");
  }

  /// Whether the user's own field is sent, so that any answer of ours would be lost.
  private boolean userAnswers() {
    return trusts(url()) && options.headers().has("Authorization");
  }

  private static NextStep step(AuthDecision decision) {
    return switch (decision) {
      case AuthDecision.Again(AuthScheme scheme, String reason) -> new NextStep.Again(reason);
      case AuthDecision.GiveUp(String reason) -> new NextStep.Deliver(reason);
    };
  }

  private NextStep redirect(ResponseHead head) {
    RedirectDecision decision =
        RedirectDecision.decide(
            head,
            url(),
            options.redirects().follow(),
            redirects,
            options.redirects().max(),
            options.redirects().allowHttpsToHttp());
    return switch (decision) {
      case RedirectDecision.Deliver() -> new NextStep.Deliver("not a redirect to follow");
      case RedirectDecision.Follow(Url to)
          when !options.urls().redirectProtocols().contains(to.scheme()) ->
          new NextStep.Refuse(
              TransferErrorCode.UNSUPPORTED_PROTOCOL,
              "Redirect refused: protocol \"" + to.scheme() + "\" is not among those allowed");
      case RedirectDecision.Follow(Url to) -> new NextStep.Follow(to, becomesGet(head.status()));
      case RedirectDecision.Refuse refuse -> new NextStep.Refuse(refuse.code(), refuse.reason());
    };
  }

  private boolean becomesGet(int status) {
    CustomMethod custom = options.form().customMethod();
    boolean judged =
        custom != null && customMethod && custom.scope() == CustomMethod.Scope.UNTIL_GET;
    boolean keeps = options.redirects().keepPost().on(status);
    return RedirectMethod.becomesGet(status, method, keeps)
        || (judged && RedirectMethod.becomesGet(status, word(), keeps));
  }

  private void asGet() {
    method = Method.GET;
    sendsBody = false;
    CustomMethod custom = options.form().customMethod();
    customMethod = custom != null && customMethod && custom.scope() == CustomMethod.Scope.EVERY_HOP;
  }

  /// Takes the step that the last head led to.
  ///
  /// @return whether there is another request to make
  boolean advance() {
    return switch (next) {
      case NextStep.Deliver deliver -> false;
      case NextStep.Refuse refuse -> false;
      case NextStep.Again again -> true;
      case NextStep.Follow(Url to, boolean asGet) -> {
        redirects++;
        cameFrom = url;
        if (asGet) {
          asGet();
        }
        CustomMethod custom = options.form().customMethod();
        customMethod &= custom == null || custom.scope() != CustomMethod.Scope.FIRST_HOP;
        if (!to.sameOrigin(url()) || to.userInfo() != null) {
          AuthSession there = session(to);
          server = trusts(to) && !leavesTls(to) ? there.after(server) : there;
        }
        goTo(to);
        yield true;
      }
    };
  }

  /// Whether the user's secrets may be sent to `to`.
  private boolean trusts(Url to) {
    return options.trustRedirects() || (home != null && home.sameOrigin(to));
  }

  private boolean leavesTls(Url to) {
    return home != null && home.isTls() && !to.isTls();
  }

  private AuthSession session(Url to) {
    AuthOptions auth = options.auth();
    return new AuthSession(auth.allowed(), credentials(to), trusts(to) ? auth.bearerToken() : null);
  }

  /// What the options say, or else the URL itself, or else the netrc file.
  private @Nullable Credentials credentials(Url to) {
    Credentials given = options.auth().credentials();
    if (given != null && trusts(to)) {
      return given;
    }
    boolean atHome = home != null && home.sameOrigin(to);
    Credentials own =
        to.userInfo() == null && atHome && home != null ? home.userInfo() : to.userInfo();
    Netrc netrc = options.netrc();
    boolean said = own != null && !own.password().isEmpty();
    if (netrc == null || (said && !netrc.overUrl()) || leavesTls(to)) {
      return own;
    }
    // A redirect must not make anybody the one that `default` is for.
    String login = own == null || own.name().isEmpty() ? null : own.name();
    return netrc.find(to.host(), login, !atHome).orElse(own);
  }
}
