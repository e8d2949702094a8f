package org.sluice.engine.request;

import java.util.HashSet;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// Whom a transfer believes over TLS.
///
/// @param roots the authorities
/// @param verify whether chain and name of a server's certificate are checked; false believes
///   anybody (`-k`)
/// @param pins public keys of which the server must have one; checked without `verify` too
/// @param exceptions certificates believed for one server each, although a check refuses them
/// @param context a ready context that wins over `roots` and `exceptions`, and over a wish not to
///   resume sessions; null for none
public record TlsTrust(
    TlsRoots roots,
    boolean verify,
    KeyPins pins,
    Set<TrustedCertificate> exceptions,
    @Nullable SSLContext context) {
  /// The authorities of the system.
  public static final TlsTrust SYSTEM =
      new TlsTrust(TlsRoots.SYSTEM, true, KeyPins.NONE, Set.of(), null);

  public TlsTrust {
    exceptions = Set.copyOf(exceptions);
  }

  public TlsTrust withRoots(TlsRoots value) {
    return new TlsTrust(value, verify, pins, exceptions, context);
  }

  public TlsTrust withVerify(boolean value) {
    return new TlsTrust(roots, value, pins, exceptions, context);
  }

  public TlsTrust withPins(KeyPins value) {
    return new TlsTrust(roots, verify, value, exceptions, context);
  }

  public TlsTrust withContext(SSLContext value) {
    return new TlsTrust(roots, verify, pins, exceptions, value);
  }

  /// One exception more.
  public TlsTrust withException(TrustedCertificate one) {
    Set<TrustedCertificate> all = new HashSet<>(exceptions);
    all.add(one);
    return new TlsTrust(roots, verify, pins, all, context);
  }
}
