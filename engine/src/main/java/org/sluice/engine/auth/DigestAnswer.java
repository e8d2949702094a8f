package org.sluice.engine.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.Credentials;

/// The answer to one Digest challenge: a pure function of what is in it and the request.
///
/// **Source**: RFC 7616, 3.4.
///
/// @param cnonce our own number; the same for all requests with this nonce, as `-sess` wants it
record DigestAnswer(DigestChallenge challenge, Credentials credentials, String cnonce) {

  /// The value of the Authorization field.
  ///
  /// @param uri what the request asks for, as it stands on its first line
  /// @param count how many requests with this nonce there are, this one included
  String fieldValue(String method, String uri, int count) {
    StringBuilder out = new StringBuilder(256).append("Digest ");
    String name = credentials.name();
    quoted(out, "username", challenge.userhash() ? hash(name + ":" + challenge.realm()) : name);
    quoted(out.append(", "), "realm", challenge.realm());
    quoted(out.append(", "), "nonce", challenge.nonce());
    quoted(out.append(", "), "uri", uri);
    if (challenge.qopAuth()) {
      quoted(out.append(", "), "cnonce", cnonce);
      out.append(", nc=").append(number(count)).append(", qop=auth");
    }
    quoted(out.append(", "), "response", response(method, uri, count));
    String opaque = challenge.opaque();
    if (opaque != null) {
      quoted(out.append(", "), "opaque", opaque);
    }
    if (challenge.named()) {
      out.append(", algorithm=").append(challenge.algorithm().wireName());
    }
    if (challenge.userhash()) {
      out.append(", userhash=true");
    }
    return out.toString();
  }

  private String response(String method, String uri, int count) {
    String secret =
        hash(credentials.name() + ":" + challenge.realm() + ":" + credentials.password());
    if (challenge.algorithm().session()) {
      secret = hash(secret + ":" + challenge.nonce() + ":" + cnonce);
    }
    String asked = hash(method + ":" + uri);
    return challenge.qopAuth()
        ? hash(String.join(":", secret, challenge.nonce(), number(count), cnonce, "auth", asked))
        : hash(secret + ":" + challenge.nonce() + ":" + asked);
  }

  private static String number(int count) {
    return HexFormat.of().toHexDigits(count);
  }

  private String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance(challenge.algorithm().hash());
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no " + challenge.algorithm().hash(), e);
    }
  }

  private static void quoted(StringBuilder out, String name, @Nullable String value) {
    out.append(name).append("=\"");
    for (char c : String.valueOf(value).toCharArray()) {
      if (c == '"' || c == '\\') {
        out.append('\\');
      }
      out.append(c);
    }
    out.append('"');
  }

  /// Says no secret.
  @Override
  public String toString() {
    return "DigestAnswer[" + challenge + "]";
  }
}
