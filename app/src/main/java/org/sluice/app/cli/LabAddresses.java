package org.sluice.app.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.lab.LabServer;
import org.sluice.engine.lab.Scenario;
import org.sluice.engine.request.TlsOptions;

/// Lets `lab:small`, `lab:/10m` and `labs:/small` stand for addresses of a lab in this process,
/// which is started when the first comes.
///
/// **Threads**: one at a time.
final class LabAddresses implements AutoCloseable {
  private static final String PLAIN = "lab:";
  private static final String SECURE = "labs:";

  private @Nullable LabServer lab;
  private @Nullable TlsOptions trust;
  private @Nullable Path caFile;

  LabAddresses() {}

  static boolean isOne(String url) {
    return url.startsWith(PLAIN) || url.startsWith(SECURE);
  }

  /// The real address of `url`.
  ///
  /// @throws TransferException if the lab has nothing of that name, or does not start
  String resolve(String url) throws TransferException {
    boolean secure = url.startsWith(SECURE);
    String name = url.substring((secure ? SECURE : PLAIN).length());
    LabServer started = lab();
    if (name.startsWith("/")) {
      return (secure ? started.https(name) : started.http(name)).toString();
    }
    Scenario scenario = find(name);
    try {
      URI found = secure ? started.https(scenario.path()) : started.uri(scenario);
      return found.toString();
    } catch (UnsupportedOperationException e) {
      throw new TransferException(
          TransferErrorCode.COULDNT_CONNECT, "The lab: " + e.getMessage(), e);
    }
  }

  private static Scenario find(String name) throws TransferException {
    Optional<Scenario> named = Scenario.find(name);
    if (named.isPresent()) {
      return named.get();
    }
    for (Scenario scenario : Scenario.values()) {
      if (scenario.path().equals("/" + name)) {
        return scenario;
      }
    }
    throw new TransferException(
        TransferErrorCode.COULDNT_RESOLVE_HOST,
        "The lab has no scenario \"" + name + "\"; sluice lab --list shows them all");
  }

  /// Whom to trust for the lab's https addresses.
  TlsOptions trust() throws TransferException {
    if (trust == null) {
      trust = TlsOptions.trusting(lab().trustingContext());
    }
    return trust;
  }

  /// A file with the certificate to trust for the lab's https addresses.
  Path caFile() throws TransferException {
    Path file = caFile;
    if (file == null) {
      String pem = lab().certificatePem();
      try {
        file = Files.createTempFile("sluice-lab", ".pem");
        caFile = file;
        Files.writeString(file, pem);
      } catch (IOException e) {
        throw new TransferException(
            TransferErrorCode.SSL_CACERT_BADFILE,
            "The lab's certificate cannot be written: " + e.getMessage(),
            e);
      }
    }
    return file;
  }

  private LabServer lab() throws TransferException {
    if (lab == null) {
      try {
        lab = LabServer.start();
      } catch (IOException e) {
        throw new TransferException(
            TransferErrorCode.COULDNT_CONNECT, "The lab does not start: " + e.getMessage(), e);
      }
    }
    return lab;
  }

  @Override
  public void close() {
    if (lab != null) {
      lab.close();
      lab = null;
    }
    if (caFile != null) {
      delete(caFile);
      caFile = null;
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      file.toFile().deleteOnExit(); // perhaps it can be deleted later
    }
  }
}
