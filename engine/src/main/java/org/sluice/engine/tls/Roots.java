package org.sluice.engine.tls;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.request.TlsRoots;

/// Makes Java's own check of chains for the authorities that the user names.
///
/// **Errors**: SSL_CACERT_BADFILE. **Limits**: [#MOST_FILES] of a folder.
final class Roots {
  static final int MOST_FILES = 4_096;

  /// As `openssl rehash` names them. Others in the folder are not meant, perhaps on purpose.
  private static final Pattern HASHED = Pattern.compile("[0-9a-f]{8}\\.[0-9]+");

  private static final String FILE = "CA file";
  private static final String FOLDER = "CA folder";

  private Roots() {}

  static X509ExtendedTrustManager check(TlsRoots roots)
      throws TransferException, GeneralSecurityException {
    Path file = roots.file();
    Path folder = roots.folder();
    if (file == null && folder == null && roots.certificates().isEmpty()) {
      return check((KeyStore) null);
    }
    List<X509Certificate> all = new ArrayList<>(roots.certificates());
    if (file != null) {
      all.addAll(ofFile(file));
    }
    if (folder != null) {
      all.addAll(ofFolder(folder));
    }
    if (roots.system()) {
      all.addAll(List.of(check((KeyStore) null).getAcceptedIssuers()));
    }
    return check(store(all));
  }

  private static KeyStore store(List<X509Certificate> all)
      throws GeneralSecurityException, TransferException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    try {
      store.load(null, null);
    } catch (IOException e) {
      throw new TransferException(
          TransferErrorCode.SSL_CACERT_BADFILE, "No store for authorities can be made", e);
    }
    int n = 0;
    for (X509Certificate certificate : all) {
      store.setCertificateEntry("ca-" + n++, certificate);
    }
    return store;
  }

  private static X509ExtendedTrustManager check(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509ExtendedTrustManager found) {
        return found;
      }
    }
    throw new GeneralSecurityException("this Java has no check of certificates");
  }

  private static List<X509Certificate> ofFile(Path file) throws TransferException {
    byte[] bytes = TlsFiles.read(file, FILE, TransferErrorCode.SSL_CACERT_BADFILE);
    List<X509Certificate> found;
    try {
      found = Certificates.pem(bytes);
    } catch (CertificateException e) {
      throw unusable(FILE, file, "it is not a PEM file of certificates", e);
    }
    if (found.isEmpty()) {
      throw unusable(FILE, file, "there is no certificate in it", null);
    }
    return found;
  }

  private static List<X509Certificate> ofFolder(Path folder) throws TransferException {
    List<X509Certificate> found = new ArrayList<>();
    int files = 0;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (HASHED.matcher(entry.getFileName().toString()).matches()) {
          if (++files > MOST_FILES) {
            throw unusable(FOLDER, folder, "it has more than " + MOST_FILES + " files", null);
          }
          found.addAll(ofFile(entry));
        }
      }
    } catch (IOException e) {
      throw unusable(FOLDER, folder, "it cannot be read", e);
    }
    if (found.isEmpty()) {
      throw unusable(
          FOLDER, folder, "there is no certificate in it; has \"openssl rehash\" seen it?", null);
    }
    return found;
  }

  private static TransferException unusable(
      String what, Path file, String why, @Nullable Exception e) {
    return TlsFiles.unusable(file, what, TransferErrorCode.SSL_CACERT_BADFILE, why, e);
  }
}
