package org.sluice.engine.request;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// How a transfer speaks TLS. Two transfers share a connection only if all of this is equal.
///
/// @param trust whom it believes
/// @param identity who we are for a server that asks; null for nobody
/// @param versions of TLS
/// @param ciphers cipher suites
/// @param serverName whether the host's name is sent in the clear (SNI, RFC 6066, 3); most servers
///   with several names need it
/// @param resume whether a second connection to the same server may shorten its handshake
///   (`CURLOPT_SSL_SESSIONID_CACHE`)
public record TlsOptions(
    TlsTrust trust,
    @Nullable ClientIdentity identity,
    TlsVersions versions,
    TlsCiphers ciphers,
    boolean serverName,
    boolean resume) {
  /// The system's authorities, and Java's choices.
  public static final TlsOptions SYSTEM =
      new TlsOptions(TlsTrust.SYSTEM, null, TlsVersions.DEFAULT, TlsCiphers.DEFAULT, true, true);

  /// @throws IllegalArgumentException for an identity besides a ready context, which has its own
  public TlsOptions {
    if (identity != null && trust.context() != null) {
      throw new IllegalArgumentException("a ready context has an identity of its own");
    }
  }

  /// With a ready context, for a server with a certificate of its own such as the lab.
  public static TlsOptions trusting(SSLContext context) {
    return SYSTEM.withTrust(TlsTrust.SYSTEM.withContext(context));
  }

  /// A PEM file of authorities instead of the system's.
  public static TlsOptions trusting(Path caFile) {
    return SYSTEM.withRoots(TlsRoots.file(caFile));
  }

  /// Authorities instead of the system's.
  public static TlsOptions trusting(X509Certificate... authorities) {
    return SYSTEM.withRoots(TlsRoots.of(List.of(authorities)));
  }

  public TlsOptions withTrust(TlsTrust value) {
    return new TlsOptions(value, identity, versions, ciphers, serverName, resume);
  }

  public TlsOptions withRoots(TlsRoots value) {
    return withTrust(trust.withRoots(value));
  }

  public TlsOptions withIdentity(@Nullable ClientIdentity value) {
    return new TlsOptions(trust, value, versions, ciphers, serverName, resume);
  }

  public TlsOptions withVersions(TlsVersions value) {
    return new TlsOptions(trust, identity, value, ciphers, serverName, resume);
  }

  public TlsOptions withCiphers(TlsCiphers value) {
    return new TlsOptions(trust, identity, versions, value, serverName, resume);
  }

  public TlsOptions withServerName(boolean value) {
    return new TlsOptions(trust, identity, versions, ciphers, value, resume);
  }

  public TlsOptions withResume(boolean value) {
    return new TlsOptions(trust, identity, versions, ciphers, serverName, value);
  }

  /// Believes anybody (`-k`).
  public TlsOptions insecure() {
    return withTrust(trust.withVerify(false));
  }
}
