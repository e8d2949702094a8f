package org.sluice.engine.tls;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.bc.BcPEMDecryptorProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.jspecify.annotations.Nullable;

/// Reads private keys: PKCS#8, PKCS#1, SEC 1, plain or encrypted, PEM or DER.
///
/// **Errors**: [GeneralSecurityException] with the reason; it never has the password in it.
/// **Source**: RFC 5958, RFC 8017, RFC 5915, RFC 8018.
final class PrivateKeys {
  private static final BouncyCastleProvider LIBRARY = new BouncyCastleProvider();

  private PrivateKeys() {}

  /// The first private key of a PEM text.
  static PrivateKey pem(byte[] text, @Nullable String password) throws GeneralSecurityException {
    try {
      for (Pem.Block block : Pem.blocks(new String(text, StandardCharsets.ISO_8859_1))) {
        if (block.label().endsWith("PRIVATE KEY")) {
          return read(block.text(), password);
        }
      }
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException(e.getMessage(), e);
    }
    throw new GeneralSecurityException("there is no private key in it");
  }

  private static PrivateKey read(String block, @Nullable String password)
      throws GeneralSecurityException {
    JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
    try (PEMParser parser = new PEMParser(new StringReader(block))) {
      return switch (parser.readObject()) {
        case PrivateKeyInfo plain -> converter.getPrivateKey(plain);
        case PEMKeyPair pair -> converter.getKeyPair(pair).getPrivate();
        case PEMEncryptedKeyPair pair ->
            converter
                .getKeyPair(pair.decryptKeyPair(new BcPEMDecryptorProvider(chars(password))))
                .getPrivate();
        case PKCS8EncryptedPrivateKeyInfo locked ->
            converter.getPrivateKey(
                locked.decryptPrivateKeyInfo(
                    new JceOpenSSLPKCS8DecryptorProviderBuilder()
                        .setProvider(LIBRARY)
                        .build(chars(password))));
        case null, default -> throw new GeneralSecurityException("it is no private key");
      };
    } catch (PKCSException | OperatorCreationException e) {
      throw new GeneralSecurityException("its password does not open it", e);
    } catch (PEMException e) {
      throw new GeneralSecurityException(wrongPassword(e), e);
    } catch (IOException | RuntimeException e) {
      // The library throws what it happens to find in bytes that are no key.
      throw new GeneralSecurityException("its private key cannot be read", e);
    }
  }

  private static String wrongPassword(PEMException e) {
    String message = e.getMessage() == null ? "" : e.getMessage().toLowerCase(Locale.ROOT);
    return message.contains("decrypt") || message.contains("password")
        ? "its password does not open it"
        : "its private key cannot be read";
  }

  private static char[] chars(@Nullable String password) throws GeneralSecurityException {
    if (password == null) {
      throw new GeneralSecurityException("its key is encrypted, and there is no password for it");
    }
    return password.toCharArray();
  }

  /// One key in its binary form: PKCS#8, else PKCS#1 or SEC 1.
  static PrivateKey der(byte[] bytes) throws GeneralSecurityException {
    for (String label : List.of("PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY")) {
      Optional<PrivateKey> found = tried(label, bytes);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new GeneralSecurityException("it is no private key");
  }

  private static Optional<PrivateKey> tried(String label, byte[] bytes) {
    try {
      return Optional.of(read(armour(label, bytes), null));
    } catch (GeneralSecurityException e) {
      // Not of this kind.
      return Optional.empty();
    }
  }

  private static String armour(String label, byte[] bytes) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder().encodeToString(bytes)
        + "\n-----END "
        + label
        + "-----\n";
  }
}
