package org.sluice.engine.lab;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/// The TLS of the lab: which certificate and which versions each secure door shows.
///
/// **Threads** immutable after construction.
final class LabTls {
  private static final char[] NO_PASSWORD = new char[0];

  private final LabAuthority authority;
  private final Map<LabOrigin, SSLContext> contexts = new EnumMap<>(LabOrigin.class);

  LabTls() throws GeneralSecurityException, IOException {
    authority = new LabAuthority();
    SSLContext right = serverContext(authority.forTheLab());
    contexts.put(LabOrigin.HTTPS, right);
    contexts.put(LabOrigin.PROXY_TLS, right);
    contexts.put(LabOrigin.HTTPS2, right);
    contexts.put(LabOrigin.HTTPS_TLS12, right);
    contexts.put(LabOrigin.HTTPS_TLS13, right);
    contexts.put(LabOrigin.HTTPS_WRONG_HOST, serverContext(authority.forAnotherHost()));
    contexts.put(LabOrigin.HTTPS_EXPIRED, serverContext(authority.expired()));
  }

  X509Certificate certificate() {
    return authority.certificate();
  }

  String pem() {
    try {
      Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
      return "-----BEGIN CERTIFICATE-----\n"
          + lines.encodeToString(certificate().getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the lab's certificate has no encoding", e);
    }
  }

  /// A client context that trusts the lab's authority and nothing else.
  SSLContext trustingContext() throws GeneralSecurityException, IOException {
    KeyStore store = emptyStore();
    store.setCertificateEntry("lab", certificate());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  /// Lays the server side of TLS over an accepted connection; the handshake comes with the first
  /// read.
  SSLSocket over(Socket socket, LabOrigin origin) throws IOException {
    SSLContext context = contexts.get(origin);
    if (context == null) {
      throw new IllegalArgumentException(origin + " is not secure");
    }
    SSLSocket secure = (SSLSocket) context.getSocketFactory().createSocket(socket, null, false);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setApplicationProtocols(
        origin == LabOrigin.HTTPS2 ? new String[] {"h2", "http/1.1"} : new String[] {"http/1.1"});
    parameters.setProtocols(versions(origin));
    secure.setSSLParameters(parameters);
    return secure;
  }

  /// The protocol that both sides chose; empty without TLS, or if the client did not say.
  static String chosen(Socket stream) throws IOException {
    if (stream instanceof SSLSocket secure
        && List.of(secure.getSSLParameters().getApplicationProtocols()).contains("h2")) {
      secure.startHandshake();
      String chosen = secure.getApplicationProtocol();
      return chosen == null ? "" : chosen;
    }
    return "";
  }

  private static String[] versions(LabOrigin origin) {
    if (origin == LabOrigin.HTTPS_TLS12) {
      return new String[] {"TLSv1.2"};
    }
    if (origin == LabOrigin.HTTPS_TLS13) {
      return new String[] {"TLSv1.3"};
    }
    return new String[] {"TLSv1.3", "TLSv1.2"};
  }

  private SSLContext serverContext(X509Certificate leaf)
      throws GeneralSecurityException, IOException {
    KeyStore store = emptyStore();
    X509Certificate[] chain = {leaf, authority.certificate()};
    store.setKeyEntry("lab", authority.leafKeys().getPrivate(), NO_PASSWORD, chain);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, NO_PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    return store;
  }
}
