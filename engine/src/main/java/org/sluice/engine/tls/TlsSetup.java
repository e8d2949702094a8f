package org.sluice.engine.tls;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.CertificateProblem;
import org.sluice.engine.error.CertificateRule;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.request.ClientIdentity;
import org.sluice.engine.request.KeyPins;
import org.sluice.engine.request.TlsCiphers;
import org.sluice.engine.request.TlsOptions;
import org.sluice.engine.request.TlsVersion;

/// TLS as one set of options wants it: files read, and ready to make engines for connections.
///
/// Connections of one setup resume each other's sessions. A session is only resumed under the
/// options that it was checked by.
///
/// **Threads**: any, one at a time. **Errors**: SSL_CACERT_BADFILE, SSL_CERTPROBLEM, SSL_CIPHER,
/// SSL_CONNECT_ERROR.
public final class TlsSetup {
  private static final String RULES_OF_HTTPS = "HTTPS";

  private final TlsOptions options;
  private final KeyManager @Nullable [] keys;
  private final TrustManager @Nullable [] trust;
  private final SSLContext context;
  private final String[] protocols;
  private final String @Nullable [] suites;

  private TlsSetup(TlsOptions options) throws TransferException, GeneralSecurityException {
    this.options = options;
    protocols =
        options.versions().spoken().stream().map(TlsVersion::protocol).toArray(String[]::new);
    if (protocols.length == 0) {
      throw new TransferException(
          TransferErrorCode.SSL_CONNECT_ERROR,
          options.versions().max() + " and older are broken and not spoken; use TLS 1.2 or 1.3");
    }
    ClientIdentity wish = options.identity();
    keys = wish == null ? null : new KeyManager[] {new OneIdentity(Identity.read(wish))};
    SSLContext ready = options.trust().context();
    boolean ours = ready == null || !options.trust().verify() || keys != null;
    trust =
        ours
            ? new TrustManager[] {
              new ChainCheck(options.trust(), Roots.check(options.trust().roots()))
            }
            : null;
    context = ours || ready == null ? context() : ready;
    suites = suites(options.ciphers());
  }

  public static TlsSetup of(TlsOptions options) throws TransferException {
    try {
      return new TlsSetup(options);
    } catch (GeneralSecurityException e) {
      throw new TransferException(
          TransferErrorCode.SSL_CONNECT_ERROR, "TLS cannot be set up: " + e.getMessage(), e);
    }
  }

  private SSLContext context() throws GeneralSecurityException {
    SSLContext made = SSLContext.getInstance("TLS");
    made.init(keys, trust, null);
    return made;
  }

  /// Null for Java's choice.
  private String @Nullable [] suites(TlsCiphers wish) throws TransferException {
    if (wish.upTo12().isEmpty() && wish.for13().isEmpty()) {
      return null;
    }
    List<String> all = new ArrayList<>();
    List<String> own = List.of(context.getDefaultSSLParameters().getCipherSuites());
    own.stream().filter(s -> TlsCiphers.isFor13(s) && wish.for13().isEmpty()).forEach(all::add);
    all.addAll(wish.for13());
    all.addAll(wish.upTo12());
    own.stream().filter(s -> !TlsCiphers.isFor13(s) && wish.upTo12().isEmpty()).forEach(all::add);
    Set<String> known =
        new HashSet<>(Arrays.asList(context.getSupportedSSLParameters().getCipherSuites()));
    List<String> usable = all.stream().filter(known::contains).distinct().toList();
    if (usable.isEmpty()) {
      throw new TransferException(
          TransferErrorCode.SSL_CIPHER, "None of the ciphers " + all + " can be used");
    }
    return usable.toArray(String[]::new);
  }

  /// An engine for one connection, not begun.
  ///
  /// @param host name that is sent, and that the certificate must be for
  public SSLEngine engine(String host, int port) throws TransferException {
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    SSLEngine engine;
    try {
      boolean fresh = !options.resume() && trust != null;
      engine = (fresh ? context() : context).createSSLEngine(name, port);
    } catch (GeneralSecurityException e) {
      throw new TransferException(
          TransferErrorCode.SSL_CONNECT_ERROR, "TLS cannot be set up: " + e.getMessage(), e);
    }
    engine.setUseClientMode(true);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setProtocols(protocols);
    if (suites != null) {
      parameters.setCipherSuites(suites);
      parameters.setUseCipherSuitesOrder(true);
    }
    if (name.indexOf('_') < 0 && (trust == null || options.trust().verify())) {
      parameters.setEndpointIdentificationAlgorithm(RULES_OF_HTTPS);
    }
    parameters.setServerNames(options.serverName() ? PeerName.of(name) : List.of());
    engine.setSSLParameters(parameters);
    return engine;
  }

  /// What is checked after a handshake, a resumed one too.
  ///
  /// @throws TransferException SSL_PINNEDPUBKEYNOTMATCH
  public void check(String host, int port, SSLSession session) throws TransferException {
    KeyPins pins = options.trust().pins();
    if (pins.isNone()) {
      return;
    }
    X509Certificate[] chain = chain(session);
    Set<String> wanted = new HashSet<>(pins.sha256());
    if (pins.file() != null) {
      byte[] bytes =
          TlsFiles.read(pins.file(), "Public key", TransferErrorCode.SSL_PINNEDPUBKEYNOTMATCH);
      try {
        wanted.add(Fingerprints.ofKeyFile(bytes));
      } catch (GeneralSecurityException e) {
        throw TlsFiles.unusable(
            pins.file(),
            "Public key",
            TransferErrorCode.SSL_PINNEDPUBKEYNOTMATCH,
            e.getMessage(),
            e);
      }
    }
    if (chain.length == 0 || !wanted.contains(Fingerprints.ofKey(chain[0]))) {
      throw new TransferException(
          TransferErrorCode.SSL_PINNEDPUBKEYNOTMATCH,
          new CertificateProblem(
              host, port, List.of(CertificateRule.NOT_PINNED), Diagnosis.facts(chain), ""),
          null);
    }
  }

  private static X509Certificate[] chain(SSLSession session) {
    try {
      return Arrays.stream(session.getPeerCertificates())
          .filter(X509Certificate.class::isInstance)
          .toArray(X509Certificate[]::new);
    } catch (SSLPeerUnverifiedException e) {
      // No certificate has no key that could be pinned.
      return new X509Certificate[0];
    }
  }

  /// What a failed handshake says of a certificate; null if it is not about one.
  public static @Nullable CertificateProblem problem(String host, int port, Throwable failure) {
    CertificateException certificate = null;
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof RefusedCertificateException refused) {
        return refused.problem();
      }
      if (certificate == null && t instanceof CertificateException found) {
        certificate = found;
      }
    }
    if (certificate == null) {
      return null;
    }
    List<CertificateRule> rules = List.copyOf(Diagnosis.rules(certificate));
    String detail = rules.contains(CertificateRule.BROKEN) ? certificate.getMessage() : "";
    return new CertificateProblem(host, port, rules, List.of(), detail == null ? "" : detail);
  }
}
