package org.sluice.engine.lab;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The server's side of Digest: gives out nonces, and looks at what comes back.
///
/// Each use of a nonce must have a number of its own. **Threads** any. **Limits** the numbers of at
/// most 10,000 requests are remembered, then all are forgotten.
///
/// **Source** RFC 7616, section 3.
final class LabDigest {
  static final String REALM = "lab \"quoted\"";
  private static final int USES_MAX = 10_000;
  private static final Pattern PARAMETER =
      Pattern.compile("(\\w+)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^,\\s\"]+))");

  /// What an answer is worth.
  enum Verdict {
    RIGHT,
    STALE,
    WRONG
  }

  private final String algorithm;
  private final boolean qop;
  private final AtomicLong nonces = new AtomicLong();
  private final Set<String> uses = ConcurrentHashMap.newKeySet();

  /// @param algorithm as RFC 7616 names it; empty to name none, as before RFC 2617
  /// @param qop whether `qop=auth` is offered and wanted
  LabDigest(String algorithm, boolean qop) {
    this.algorithm = algorithm;
    this.qop = qop;
  }

  /// The value of a challenge with a nonce of this kind.
  String challenge(String kind, boolean stale) {
    return "Digest realm=\"lab \\\"quoted\\\"\", nonce=\""
        + kind
        + nonces.incrementAndGet()
        + "\", opaque=\"lab/opaque\""
        + (qop ? ", qop=\"auth-int, auth\"" : "")
        + (algorithm.isEmpty() ? "" : ", algorithm=" + algorithm)
        + (stale ? ", stale=TRUE" : "");
  }

  /// Judges the value of an Authorization or Proxy-Authorization field.
  ///
  /// @param value empty where there is no such field
  Verdict judge(String method, String value) {
    if (!value.startsWith("Digest ")) {
      return Verdict.WRONG;
    }
    Map<String, String> given = new HashMap<>();
    for (Matcher m = PARAMETER.matcher(value); m.find(); ) {
      String quoted = m.group(2);
      given.put(m.group(1), quoted == null ? m.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
    }
    String nonce = given.getOrDefault("nonce", "");
    if (!given.getOrDefault("opaque", "").equals("lab/opaque")
        || !given.getOrDefault("algorithm", "").equals(algorithm)
        || !given.getOrDefault("response", "").equals(right(method, given))) {
      return Verdict.WRONG;
    }
    if (uses.size() > USES_MAX) {
      uses.clear();
    }
    boolean used = qop && !uses.add(nonce + " " + given.get("nc"));
    return used || nonce.startsWith("stale") ? Verdict.STALE : Verdict.RIGHT;
  }

  private String right(String method, Map<String, String> given) {
    String nonce = given.getOrDefault("nonce", "");
    String cnonce = given.getOrDefault("cnonce", "");
    String first = hash(LabSecrets.USER + ":" + REALM + ":" + LabSecrets.PASSWORD);
    if (algorithm.endsWith("-sess")) {
      first = hash(first + ":" + nonce + ":" + cnonce);
    }
    String second = hash(method + ":" + given.getOrDefault("uri", ""));
    String middle = qop ? given.getOrDefault("nc", "") + ":" + cnonce + ":auth:" : "";
    return hash(first + ":" + nonce + ":" + middle + second);
  }

  private String hash(String text) {
    try {
      String name = algorithm.startsWith("SHA-256") ? "SHA-256" : "MD5";
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance(name).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no such hash", e);
    }
  }
}
