package org.sluice.engine.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// Shows the one certificate that the user named to every server that asks, whatever authorities
/// the server lists: as curl does. Java's own would silently show none.
final class OneIdentity extends X509ExtendedKeyManager {
  private static final String NAME = "ours";

  private final Identity identity;

  OneIdentity(Identity identity) {
    this.identity = identity;
  }

  @Override
  public String chooseEngineClientAlias(
      String[] kinds, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return NAME;
  }

  @Override
  public String chooseClientAlias(
      String[] kinds, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return NAME;
  }

  @Override
  public String[] getClientAliases(String kind, Principal @Nullable [] issuers) {
    return new String[] {NAME};
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return identity.chain().toArray(X509Certificate[]::new);
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return identity.key();
  }

  @Override
  public String @Nullable [] getServerAliases(String kind, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseServerAlias(
      String kind, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return null;
  }
}
