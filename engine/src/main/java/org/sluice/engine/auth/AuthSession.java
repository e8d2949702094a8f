package org.sluice.engine.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.AuthScheme;
import org.sluice.engine.http.Credentials;

/// One side's knocking at one door: what to say, and what to do when it is not let in.
///
/// A single scheme that needs no challenge is spoken at once. Otherwise the first request goes
/// without, and the strongest scheme offered is taken; a weaker one is never tried after a stronger
/// one was refused.
///
/// **Threads**: confined to the thread of its multi. **Limits**: [#MOST_ROUNDS].
public final class AuthSession {
  /// Answers to challenges of one door; nonces that are stale at once must end some time.
  public static final int MOST_ROUNDS = 4;

  private final Set<AuthScheme> usable;
  private final @Nullable Credentials credentials;
  private final @Nullable String bearerToken;
  private final Supplier<String> cnonces;
  private @Nullable AuthScheme chosen;
  private @Nullable DigestAnswer digest;
  private int uses;
  private int rounds;
  private boolean answered;
  private boolean probes;

  /// @param allowed the schemes that may be used
  /// @param credentials for Basic and Digest; null for none
  /// @param bearerToken for Bearer; null for none
  public AuthSession(
      Set<AuthScheme> allowed, @Nullable Credentials credentials, @Nullable String bearerToken) {
    this(allowed, credentials, bearerToken, Cnonces::next);
  }

  AuthSession(
      Set<AuthScheme> allowed,
      @Nullable Credentials credentials,
      @Nullable String bearerToken,
      Supplier<String> cnonces) {
    this.credentials = credentials;
    this.bearerToken = bearerToken;
    this.cnonces = cnonces;
    usable = EnumSet.noneOf(AuthScheme.class);
    for (AuthScheme scheme : allowed) {
      if (scheme == AuthScheme.BEARER ? bearerToken != null : credentials != null) {
        usable.add(scheme);
      }
    }
    if (allowed.size() == 1 && !usable.contains(AuthScheme.DIGEST)) {
      chosen = usable.stream().findFirst().orElse(null);
    }
    probes = allowed.size() == 1 && usable.contains(AuthScheme.DIGEST);
  }

  /// Speaks Basic at once if the place that led here wanted it for the same name and password.
  ///
  /// Only for a place that the user trusts as much. Digest waits for its own challenge all the same.
  public AuthSession after(AuthSession before) {
    if (before.chosen == AuthScheme.BASIC
        && usable.contains(AuthScheme.BASIC)
        && Objects.equals(credentials, before.credentials)) {
      chosen = AuthScheme.BASIC;
    }
    return this;
  }

  /// Whether the next request is sure to be refused, so that its body may stay at home: only Digest
  /// is allowed, and there is no challenge to answer yet.
  public boolean probes() {
    return probes && digest == null;
  }

  /// The server took a request although nothing was said; so it will take the next one.
  public void letIn() {
    probes = false;
  }

  /// The value of the field that goes with the next request, or null for none.
  public @Nullable String fieldValue(String method, String uri) {
    AuthScheme scheme = chosen;
    answered = scheme != null;
    return switch (scheme) {
      case null -> null;
      case BASIC -> basic();
      case BEARER -> "Bearer " + bearerToken;
      case DIGEST -> digest == null ? null : digest.fieldValue(method, uri, ++uses);
    };
  }

  /// RFC 7617, 2.1: UTF-8, which is ASCII where it can be.
  private @Nullable String basic() {
    if (credentials == null) {
      return null;
    }
    String pair = credentials.name() + ":" + credentials.password();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  /// The request was refused for want of authentication.
  ///
  /// @param fieldValues of WWW-Authenticate or Proxy-Authenticate
  public AuthDecision challenged(List<String> fieldValues) {
    if (usable.isEmpty()) {
      return new AuthDecision.GiveUp("no name and password, or token, for this place");
    }
    if (rounds >= MOST_ROUNDS) {
      return new AuthDecision.GiveUp("asked " + MOST_ROUNDS + " times, refused each time");
    }
    List<Challenge> challenges = Challenges.parse(fieldValues);
    AuthScheme best = strongest(challenges);
    if (best == null) {
      return new AuthDecision.GiveUp(
          "none of the ways that are offered may be used: " + challenges);
    }
    if (best == AuthScheme.DIGEST) {
      return digest(challenges);
    }
    if (answered) {
      return new AuthDecision.GiveUp("the name and password, or token, were refused");
    }
    return again(best, "asked for " + best);
  }

  /// The strongest scheme among `challenges` that can be answered, or null.
  private @Nullable AuthScheme strongest(List<Challenge> challenges) {
    AuthScheme best = null;
    for (Challenge challenge : challenges) {
      AuthScheme scheme = AuthScheme.named(challenge.scheme()).orElse(null);
      if (scheme != null
          && usable.contains(scheme)
          && (scheme != AuthScheme.DIGEST || DigestChallenge.of(challenge).isPresent())
          && (best == null || scheme.compareTo(best) > 0)) {
        best = scheme;
      }
    }
    return best;
  }

  private AuthDecision digest(List<Challenge> challenges) {
    Optional<DigestChallenge> strongest =
        challenges.stream()
            .map(DigestChallenge::of)
            .flatMap(Optional::stream)
            .max(Comparator.comparing(DigestChallenge::algorithm));
    if (strongest.isEmpty() || credentials == null) {
      return new AuthDecision.GiveUp("no Digest that can be answered");
    }
    DigestChallenge asked = strongest.get();
    DigestAnswer before = digest;
    boolean otherPlace = before != null && !before.challenge().realm().equals(asked.realm());
    // Whoever said Basic without being asked has not said Digest yet.
    if (before != null && answered && !asked.stale() && !otherPlace) {
      return new AuthDecision.GiveUp("the name and password were refused");
    }
    digest = new DigestAnswer(asked, credentials, cnonces.get());
    uses = 0;
    return again(AuthScheme.DIGEST, asked.stale() ? "the nonce was stale" : "asked for Digest");
  }

  private AuthDecision again(AuthScheme scheme, String reason) {
    rounds++;
    chosen = scheme;
    return new AuthDecision.Again(scheme, reason);
  }
}
