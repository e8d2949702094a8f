package org.sluice.engine.fuzz;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.util.List;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.metalink.MetalinkException;
import org.sluice.engine.metalink.MetalinkReader;
import org.sluice.engine.request.ConnectTo;
import org.sluice.engine.request.Netrc;
import org.sluice.engine.request.ResolveRule;
import org.sluice.engine.request.TlsCiphers;
import org.sluice.engine.tls.Certificates;

/// Files and options of the user's: read, or refused with the exception that is documented.
public final class FileFuzz {
  public static final List<String> SEEDS =
      List.of(
          "machine a.example login \"me\\\"x\" password secret\n# c\nmacdef m\nx\n\ndefault login x",
          "<?xml version=\"1.0\"?><metalink xmlns=\"urn:ietf:params:xml:ns:metalink\">"
              + "<file name=\"a\"><size>1</size><url priority=\"1\">http://a.example/a</url>"
              + "<hash type=\"sha-256\">00</hash></file></metalink>",
          "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
          "a.example:443:127.0.0.1,[::1]",
          "[::1]:80:b.example:81",
          "ECDHE+AESGCM:!aNULL:-SHA1:+HIGH");

  private FileFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    netrc(text);
    options(text);
    try {
      MetalinkReader.parse(data);
    } catch (MetalinkException e) {
      // Refused, as it should be.
      require(e.getMessage());
    }
    try {
      Certificates.pem(data);
    } catch (CertificateException e) {
      // Refused, as it should be.
      require(String.valueOf(e.getMessage()));
    }
  }

  private static void netrc(String text) {
    try {
      Netrc.parse(text).find("a.example", null, false);
    } catch (IllegalArgumentException e) {
      // Refused, as it should be.
      require(e.getMessage());
    }
  }

  private static void options(String text) {
    try {
      ConnectTo.parse(text);
      ResolveRule.parse(text);
    } catch (TransferException e) {
      // Refused, as it should be.
      require(e.sentence());
    }
    try {
      TlsCiphers.parse(text, text);
    } catch (TransferException e) {
      // Refused, as it should be.
      require(e.sentence());
    }
  }

  private static void require(String reason) {
    if (reason == null || reason.isEmpty()) {
      throw new IllegalStateException("no reason");
    }
  }
}
