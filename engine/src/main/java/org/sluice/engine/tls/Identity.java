package org.sluice.engine.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.request.ClientIdentity;

/// A certificate of ours with its key, read from files.
///
/// **Errors**: SSL_CERTPROBLEM, with the file's name and never its password.
///
/// @param chain our certificate first
record Identity(List<X509Certificate> chain, PrivateKey key) {
  private static final String CERTIFICATE = "Client certificate";
  private static final String KEY = "Private key";

  Identity {
    chain = List.copyOf(chain);
  }

  static Identity read(ClientIdentity wish) throws TransferException {
    Path file = wish.certificate();
    Path keyFile = wish.key();
    byte[] bytes = bytes(file, CERTIFICATE);
    Identity found;
    try {
      found =
          switch (wish.form()) {
            case P12 -> p12(bytes, wish.password());
            case PEM ->
                new Identity(
                    Certificates.pem(bytes),
                    keyFile == null ? PrivateKeys.pem(bytes, wish.password()) : key(keyFile, wish));
            case DER -> {
              if (keyFile == null) {
                throw new GeneralSecurityException("it has no key, and no other file is named");
              }
              yield new Identity(List.of(Certificates.der(bytes)), key(keyFile, wish));
            }
          };
      if (found.chain.isEmpty()) {
        throw new GeneralSecurityException("there is no certificate in it");
      }
      found.checkPair();
    } catch (GeneralSecurityException | IOException e) {
      throw unusable(file, CERTIFICATE, e.getMessage(), e);
    }
    return found;
  }

  private static PrivateKey key(Path file, ClientIdentity wish) throws TransferException {
    byte[] bytes = bytes(file, KEY);
    try {
      return wish.keyForm() == ClientIdentity.Form.DER
          ? PrivateKeys.der(bytes)
          : PrivateKeys.pem(bytes, wish.password());
    } catch (GeneralSecurityException e) {
      throw unusable(file, KEY, e.getMessage(), e);
    }
  }

  private static Identity p12(byte[] bytes, @Nullable String password)
      throws GeneralSecurityException, IOException {
    char[] secret = password == null ? new char[0] : password.toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try {
      store.load(new ByteArrayInputStream(bytes), secret);
    } catch (IOException e) {
      throw new GeneralSecurityException(
          e.getCause() instanceof GeneralSecurityException
              ? "its password does not open it"
              : "it is no PKCS#12 file",
          e);
    }
    for (String alias : Collections.list(store.aliases())) {
      Certificate[] chain = store.getCertificateChain(alias);
      if (chain != null && store.getKey(alias, secret) instanceof PrivateKey key) {
        return new Identity(Arrays.stream(chain).map(X509Certificate.class::cast).toList(), key);
      }
    }
    throw new GeneralSecurityException("there is no private key with its certificate in it");
  }

  /// A key signs what its certificate proves, or they do not belong together.
  private void checkPair() throws GeneralSecurityException {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          case "EdDSA", "Ed25519", "Ed448" -> "EdDSA";
          default -> null;
        };
    if (algorithm == null) {
      return;
    }
    byte[] words = {1, 2, 3};
    Signature signer = Signature.getInstance(algorithm);
    signer.initSign(key);
    signer.update(words);
    byte[] signature = signer.sign();
    Signature verifier = Signature.getInstance(algorithm);
    boolean ours;
    try {
      verifier.initVerify(chain.getFirst().getPublicKey());
      verifier.update(words);
      ours = verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      throw new GeneralSecurityException("its private key is of another kind", e);
    }
    if (!ours) {
      throw new GeneralSecurityException("its private key is another one's");
    }
  }

  private static byte[] bytes(Path file, String what) throws TransferException {
    return TlsFiles.read(file, what, TransferErrorCode.SSL_CERTPROBLEM);
  }

  private static TransferException unusable(
      Path file, String what, @Nullable String why, Exception e) {
    return TlsFiles.unusable(file, what, TransferErrorCode.SSL_CERTPROBLEM, why, e);
  }
}
