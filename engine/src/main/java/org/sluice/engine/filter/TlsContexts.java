package org.sluice.engine.filter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.request.TlsOptions;

/// One SSLContext per way of trusting, so that sessions are resumed between connections.
///
/// **Threads**: confined to the thread of its multi.
public final class TlsContexts {
  private final Map<TlsOptions, SSLContext> contexts = new HashMap<>();

  /// @throws TransferException SSL_CACERT_BADFILE if the CA file cannot be used
  public SSLContext of(TlsOptions options) throws TransferException {
    if (options.context() != null) {
      return options.context();
    }
    SSLContext known = contexts.get(options);
    if (known == null) {
      known = create(options);
      contexts.put(options, known);
    }
    return known;
  }

  private static SSLContext create(TlsOptions options) throws TransferException {
    try {
      Path caFile = options.caFile();
      if (caFile == null) {
        return SSLContext.getDefault();
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(certificates(caFile));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new TransferException(
          TransferErrorCode.SSL_CONNECT_ERROR, "TLS cannot be set up: " + e.getMessage(), e);
    }
  }

  private static KeyStore certificates(Path caFile)
      throws GeneralSecurityException, TransferException {
    Collection<? extends Certificate> found;
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    try (InputStream in = Files.newInputStream(caFile)) {
      store.load(null, null);
      found = CertificateFactory.getInstance("X.509").generateCertificates(in);
    } catch (IOException e) {
      throw badFile(caFile, "it cannot be read", e);
    } catch (GeneralSecurityException e) {
      throw badFile(caFile, "it is not a PEM file of certificates", e);
    }
    if (found.isEmpty()) {
      throw badFile(caFile, "there is no certificate in it", null);
    }
    int n = 0;
    for (Certificate certificate : found) {
      store.setCertificateEntry("ca-" + n++, certificate);
    }
    return store;
  }

  private static TransferException badFile(Path caFile, String why, @Nullable Exception cause) {
    return new TransferException(
        TransferErrorCode.SSL_CACERT_BADFILE, "CA file " + caFile + " is of no use: " + why, cause);
  }
}
