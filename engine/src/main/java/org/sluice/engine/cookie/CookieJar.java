package org.sluice.engine.cookie;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.Url;

/// The cookies of one user: what servers have set, for those whom it is for.
///
/// **Threads**: any; transfers of several loops may share one. **Limits**: [CookieLimits].
/// **Source**: RFC 6265bis, 5.7 and 5.8; the order of sending is curl's.
public final class CookieJar {
  /// In the order in which they were first set.
  private final List<Cookie> cookies = new ArrayList<>();

  private final CookieLimits limits;
  private final PublicSuffixes suffixes;
  private final InstantSource clock;

  public CookieJar(CookieLimits limits, PublicSuffixes suffixes, InstantSource clock) {
    this.limits = limits;
    this.suffixes = suffixes;
    this.clock = clock;
  }

  /// An empty one with the limits and the list that are usual.
  public static CookieJar create() {
    return new CookieJar(CookieLimits.DEFAULT, PublicSuffixes.packaged(), InstantSource.system());
  }

  /// Takes what an answer from `url` sets; what it may not set is passed over.
  ///
  /// @param fields values of its Set-Cookie fields
  /// @return what became of each, in order, as far as [CookieLimits#perAnswer]
  public List<SetCookie> store(Url url, List<String> fields) {
    return store(CookieScope.of(url), fields);
  }

  public synchronized List<SetCookie> store(CookieScope scope, List<String> fields) {
    Instant now = clock.instant();
    List<SetCookie> outcomes = new ArrayList<>();
    for (String field : fields.subList(0, Math.min(fields.size(), limits.perAnswer()))) {
      SetCookie read = SetCookie.read(field, scope, suffixes, limits, now);
      if (read instanceof SetCookie.Set(Cookie cookie) && coversSecure(cookie, scope)) {
        read = new SetCookie.Refused("a secure one of that name must not be covered");
      }
      if (read instanceof SetCookie.Set(Cookie cookie)) {
        put(cookie, now);
      }
      outcomes.add(read);
    }
    return outcomes;
  }

  /// RFC 6265bis, 5.7.3, 10: nobody on the way may put one over what came by TLS.
  private boolean coversSecure(Cookie cookie, CookieScope scope) {
    return !scope.safe()
        && cookies.stream()
            .anyMatch(
                old ->
                    old.secure()
                        && old.name().equals(cookie.name())
                        && (CookieMatch.domainMatches(old.domain(), cookie.domain())
                            || CookieMatch.domainMatches(cookie.domain(), old.domain()))
                        && CookieMatch.pathMatches(cookie.path(), old.path()));
  }

  /// Takes a cookie as it is, from a file; none that would go to everybody below a public suffix.
  ///
  /// @return whether it was taken
  public synchronized boolean put(Cookie cookie) {
    if (!cookie.hostOnly() && suffixes.isPublic(cookie.domain())) {
      return false;
    }
    put(cookie, clock.instant());
    return true;
  }

  private void put(Cookie cookie, Instant now) {
    cookies.removeIf(old -> old.expired(now));
    int at = -1;
    for (int i = 0; i < cookies.size() && at < 0; i++) {
      at = cookies.get(i).isReplacedBy(cookie) ? i : -1;
    }
    if (at >= 0) {
      cookies.set(at, cookie);
    } else {
      cookies.add(cookie);
    }
    cookies.removeIf(old -> old.expired(now));
    makeRoom(cookie.domain());
  }

  private void makeRoom(String domain) {
    long ofHost = cookies.stream().filter(c -> c.domain().equals(domain)).count();
    if (ofHost > limits.perHost()) {
      cookies.remove(first(domain));
    }
    if (cookies.size() > limits.inAll()) {
      cookies.removeFirst();
    }
  }

  private int first(String domain) {
    int i = 0;
    while (!cookies.get(i).domain().equals(domain)) {
      i++;
    }
    return i;
  }

  /// The value of the Cookie field for a request to `url`; null for none.
  public @Nullable String fieldValue(Url url) {
    return fieldValue(CookieScope.of(url));
  }

  public synchronized @Nullable String fieldValue(CookieScope scope) {
    StringBuilder out = new StringBuilder();
    for (Cookie cookie : matching(scope)) {
      int more = cookie.name().length() + cookie.value().length() + 3;
      if (out.length() + more > limits.sentBytes()) {
        break;
      }
      out.append(out.isEmpty() ? "" : "; ").append(cookie.name()).append('=');
      out.append(cookie.value());
    }
    return out.isEmpty() ? null : out.toString();
  }

  private List<Cookie> matching(CookieScope scope) {
    Instant now = clock.instant();
    cookies.removeIf(old -> old.expired(now));
    List<Cookie> oldest =
        cookies.stream()
            .filter(cookie -> CookieMatch.goesTo(cookie, scope))
            .limit(limits.sentCookies())
            .toList();
    List<Cookie> found = new ArrayList<>(oldest.reversed());
    found.sort(
        Comparator.comparingInt((Cookie c) -> -c.path().length())
            .thenComparingInt(c -> -c.domain().length())
            .thenComparingInt(c -> -c.name().length()));
    return found;
  }

  /// All that are not over, in the order in which they were first set.
  public synchronized List<Cookie> all() {
    Instant now = clock.instant();
    cookies.removeIf(old -> old.expired(now));
    return List.copyOf(cookies);
  }

  /// Forgets those that go with the session.
  public synchronized void endSession() {
    cookies.removeIf(Cookie::isOfSession);
  }

  public synchronized void clear() {
    cookies.clear();
  }
}
