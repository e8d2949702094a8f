package org.sluice.engine.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;

/// What to do with a response that points elsewhere: a pure function that gives its reason.
///
/// **Source**: RFC 9110, 15.4.
public sealed interface RedirectDecision {
  /// It is no redirect, or none is to be followed: deliver it.
  record Deliver() implements RedirectDecision {}

  /// Go on at `url`.
  record Follow(Url url) implements RedirectDecision {}

  /// End the transfer.
  record Refuse(TransferErrorCode code, String reason) implements RedirectDecision {}

  /// @param followed redirects already followed
  static RedirectDecision decide(
      ResponseHead head, Url from, boolean follow, int followed, int max, boolean allowDowngrade) {
    String location = head.header("Location");
    if (!follow || location == null || location.isBlank() || !isRedirect(head.status())) {
      return new Deliver();
    }
    if (followed >= max) {
      return new Refuse(
          TransferErrorCode.TOO_MANY_REDIRECTS, "Maximum (" + max + ") redirects followed");
    }
    Url to;
    try {
      to = from.resolve(readable(location));
    } catch (TransferException e) {
      return new Refuse(e.code(), "Redirect refused: " + e.sentence());
    }
    if (from.isTls() && !to.isTls() && !allowDowngrade) {
      return new Refuse(
          TransferErrorCode.UNSUPPORTED_PROTOCOL,
          "Redirect from https to http refused: everything would be readable on the way");
    }
    return new Follow(to);
  }

  /// Servers say UTF-8 where they should say percent signs; a head's characters are its bytes.
  private static String readable(String location) {
    byte[] bytes = location.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return location;
    }
  }

  private static boolean isRedirect(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }
}
