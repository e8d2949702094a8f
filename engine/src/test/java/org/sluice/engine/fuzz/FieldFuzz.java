package org.sluice.engine.fuzz;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.sluice.engine.auth.Challenge;
import org.sluice.engine.auth.Challenges;
import org.sluice.engine.auth.DigestChallenge;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.ContentDisposition;
import org.sluice.engine.http.ContentRange;
import org.sluice.engine.http.EntityTag;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.HttpDate;
import org.sluice.engine.http.Url;
import org.sluice.engine.metalink.MirrorLinks;
import org.sluice.engine.name.SafeName;

/// Values of fields that servers send: read or passed over, and no name that leaves its folder.
public final class FieldFuzz {
  public static final List<String> SEEDS =
      List.of(
          "attachment; filename=\"a b.txt\"; filename*=UTF-8''%e2%82%ac.txt",
          "attachment; filename*=ISO-8859-1'en'%A3%20rates",
          "inline; filename=\"..\\\\..\\\\x.exe\"",
          "=?utf-8?B?4oKsLnR4dA==?=",
          "bytes 0-99/100",
          "bytes */100",
          "Digest realm=\"a\", qop=\"auth,auth-int\", nonce=\"b\", algorithm=SHA-256, Basic realm=c",
          "Negotiate abc==, Bearer error=\"x\"",
          "<http://m.example/f>; rel=duplicate; pri=1; geo=de, <f.meta4>; rel=describedby",
          "Sun, 06 Nov 1994 08:49:37 GMT",
          "W/\"abc\"");

  private static final Instant NOW = Instant.EPOCH;

  private FieldFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) throws TransferException {
    String text = new String(data, StandardCharsets.ISO_8859_1);
    ContentDisposition.parse(text);
    ContentRange.parse(text);
    ContentRange.unsatisfiedTotal(text);
    EntityTag.parse(text);
    HttpDate.parse(text, NOW);
    for (Challenge challenge : Challenges.parse(List.of(text))) {
      DigestChallenge.of(challenge);
    }
    if (text.chars().noneMatch(c -> c < 0x20 || c == 0x7f)) {
      MirrorLinks.of(Headers.of("Link", text), Url.parse("http://a.example/f"));
    }
    String name = SafeName.of(new String(data, StandardCharsets.UTF_8));
    if (name != null && (name.isEmpty() || name.chars().anyMatch(c -> c < 0x20 || isWay(c)))) {
      throw new IllegalStateException("no name: " + name);
    }
    if (".".equals(name) || "..".equals(name)) {
      throw new IllegalStateException("it leaves its folder");
    }
  }

  private static boolean isWay(int c) {
    return c == '/' || c == '\\' || c == ':';
  }
}
