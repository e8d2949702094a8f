package org.sluice.app.cli;

import java.io.IOException;
import java.net.URI;
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
  }
}
