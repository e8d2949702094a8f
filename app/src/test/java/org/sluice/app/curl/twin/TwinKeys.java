package org.sluice.app.curl.twin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/// Certificates for a server and for a user, made by `openssl` for one run of the tests.
final class TwinKeys {
  private static final String PASSWORD = "secret";
  private static final List<String> FOR_THE_CLIENT =
      List.of("ca.pem", "other.pem", "client.pem", "client.key", "both.pem", "client.p12");

  private final Path folder;
  private final SSLContext context;
  private final String pin;

  private TwinKeys(Path folder, SSLContext context, String pin) {
    this.folder = folder;
    this.context = context;
    this.pin = pin;
  }

  static boolean canBeMade() {
    try {
      return run(Path.of("").toAbsolutePath(), "version") == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static TwinKeys make(Path folder) throws Exception {
    Files.writeString(
        folder.resolve("names"), "subjectAltName=IP:127.0.0.1,DNS:localhost,DNS:host.example\n");
    for (String name : List.of("ca", "other")) {
      must(
          folder,
          "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN="
              + name
              + " -keyout "
              + name
              + ".key -out "
              + name
              + ".pem");
    }
    for (String name : List.of("server", "client")) {
      must(
          folder,
          "req -newkey rsa:2048 -nodes -subj /CN="
              + name
              + " -keyout "
              + name
              + ".key -out "
              + name
              + ".csr");
      must(
          folder,
          "x509 -req -in "
              + name
              + ".csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile names -out "
              + name
              + ".pem");
      must(
          folder,
          "pkcs12 -export -in "
              + name
              + ".pem -inkey "
              + name
              + ".key -passout pass:"
              + PASSWORD
              + " -out "
              + name
              + ".p12");
    }
    Files.writeString(
        folder.resolve("both.pem"),
        Files.readString(folder.resolve("client.pem"))
            + Files.readString(folder.resolve("client.key")));
    KeyStore own = store(folder.resolve("server.p12"));
    byte[] key = own.getCertificate(own.aliases().nextElement()).getPublicKey().getEncoded();
    String pin =
        Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(key));
    return new TwinKeys(folder, context(folder, own), pin);
  }

  private static SSLContext context(Path folder, KeyStore own)
      throws GeneralSecurityException, IOException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own, PASSWORD.toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    try (InputStream in = Files.newInputStream(folder.resolve("ca.pem"))) {
      trusted.setCertificateEntry(
          "ca", java.security.cert.CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static KeyStore store(Path file) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private static void must(Path folder, String arguments) throws IOException, InterruptedException {
    int code = run(folder, arguments);
    if (code != 0) {
      throw new IOException("openssl " + arguments + " ended with " + code);
    }
  }

  private static int run(Path folder, String arguments) throws IOException, InterruptedException {
    List<String> words = new java.util.ArrayList<>(List.of("openssl"));
    words.addAll(List.of(arguments.split(" ", -1)));
    Process process =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("openssl did not end: " + arguments);
    }
    return process.exitValue();
  }

  /// A listener that asks for the user's certificate and does without.
  SSLServerSocket listen() throws IOException {
    SSLServerSocket socket =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 50, java.net.InetAddress.getByName("127.0.0.1"));
    socket.setWantClientAuth(true);
    return socket;
  }

  /// Puts what the command lines name into `to`.
  void copyTo(Path to) throws IOException {
    for (String name : FOR_THE_CLIENT) {
      Files.copy(folder.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// The SHA-256 of the server's public key, as `--pinnedpubkey` takes it.
  String pin() {
    return pin;
  }
}
