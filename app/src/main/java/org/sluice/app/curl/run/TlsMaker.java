package org.sluice.app.curl.run;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.app.curl.Given;
import org.sluice.app.curl.Operation;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.request.ClientIdentity;
import org.sluice.engine.request.KeyPins;
import org.sluice.engine.request.TlsCiphers;
import org.sluice.engine.request.TlsOptions;
import org.sluice.engine.request.TlsRoots;
import org.sluice.engine.request.TlsTrust;
import org.sluice.engine.request.TlsVersion;
import org.sluice.engine.request.TlsVersions;

/// How TLS is spoken to the server, or with the prefix `proxy-` to the proxy.
final class TlsMaker {
  private final Operation operation;
  private final Place place;
  private final String prefix;

  TlsMaker(Operation operation, Place place, String prefix) {
    this.operation = operation;
    this.place = place;
    this.prefix = prefix;
  }

  TlsOptions make() throws TransferException {
    TlsTrust trust =
        TlsTrust.SYSTEM.withRoots(roots()).withVerify(!operation.isOn(prefix + "insecure"));
    String pins = text("pinnedpubkey");
    if (pins != null) {
      KeyPins parsed = KeyPins.parse(pins);
      trust =
          trust.withPins(
              parsed.file() == null ? parsed : new KeyPins(parsed.sha256(), place.path(pins)));
    }
    return TlsOptions.SYSTEM
        .withTrust(trust)
        .withIdentity(identity())
        .withVersions(versions())
        .withCiphers(TlsCiphers.parse(text("ciphers"), text("tls13-ciphers")));
  }

  private @Nullable String text(String name) {
    return operation.text(prefix + name);
  }

  private TlsRoots roots() {
    String file = text("cacert");
    String folder = text("capath");
    Map<String, String> environment = place.environment();
    if (file == null && folder == null && prefix.isEmpty()) {
      file = environment.get("CURL_CA_BUNDLE");
      if (file == null) {
        folder = environment.get("SSL_CERT_DIR");
        file = environment.get("SSL_CERT_FILE");
      }
    }
    if (file == null && folder == null) {
      return TlsRoots.SYSTEM;
    }
    return new TlsRoots(
        operation.isOn(prefix + "ca-native"),
        file == null ? null : place.path(file),
        folder == null ? null : place.path(folder),
        List.of());
  }

  private @Nullable ClientIdentity identity() {
    String cert = text("cert");
    if (cert == null) {
      return null;
    }
    CertificateText parts = CertificateText.parse(cert);
    String key = text("key");
    String password = prefix.isEmpty() ? operation.text("pass") : operation.text("proxy-pass");
    return new ClientIdentity(
        place.path(parts.file()),
        form(text("cert-type"), parts.file()),
        key == null ? null : place.path(key),
        form(text("key-type"), ""),
        password == null ? parts.password() : password);
  }

  private static ClientIdentity.Form form(@Nullable String said, String file) {
    if (said == null) {
      boolean p12 = file.toLowerCase(Locale.ROOT).matches(".*\\.(p12|pfx)");
      return p12 ? ClientIdentity.Form.P12 : ClientIdentity.Form.PEM;
    }
    return switch (said.toUpperCase(Locale.ROOT)) {
      case "PEM" -> ClientIdentity.Form.PEM;
      case "DER" -> ClientIdentity.Form.DER;
      case "P12" -> ClientIdentity.Form.P12;
      default ->
          throw new JobException(
              ExitCodes.CERTIFICATE, "not supported file type \"" + said + "\" for certificate");
    };
  }

  private TlsVersions versions() {
    Given given =
        prefix.isEmpty()
            ? operation.lastOf("tlsv1", "tlsv1.0", "tlsv1.1", "tlsv1.2", "tlsv1.3")
            : operation.lastOf("proxy-tlsv1");
    TlsVersion min = given == null ? TlsVersion.TLS_1_2 : version(given.option().name());
    String most = prefix.isEmpty() ? operation.text("tls-max") : null;
    TlsVersion max =
        most == null || most.equals("default") ? TlsVersion.TLS_1_3 : version("tlsv" + most);
    if (min.compareTo(max) > 0 && given == null) {
      min = max;
    }
    if (min.compareTo(max) > 0) {
      throw new JobException(ExitCodes.FAILED_INIT, "Minimum TLS version set higher than max");
    }
    return new TlsVersions(min, max);
  }

  private static TlsVersion version(String option) {
    return switch (option) {
      case "tlsv1.1" -> TlsVersion.TLS_1_1;
      case "tlsv1.2" -> TlsVersion.TLS_1_2;
      case "tlsv1.3" -> TlsVersion.TLS_1_3;
      default -> TlsVersion.TLS_1_0;
    };
  }
}
