package org.sluice.engine.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;

/// A certificate for servers that others have written, made by an authority like the lab's own.
public final class PeerCertificate {
  private PeerCertificate() {}

  /// Writes `ca.pem`, `server.pem` and `server.key`.
  public static void writeTo(Path folder) throws IOException {
    try {
      LabAuthority authority = new LabAuthority();
      write(folder.resolve("ca.pem"), "CERTIFICATE", authority.certificate().getEncoded());
      write(folder.resolve("server.pem"), "CERTIFICATE", authority.forTheLab().getEncoded());
      write(
          folder.resolve("server.key"),
          "PRIVATE KEY",
          authority.leafKeys().getPrivate().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IOException("no certificate", e);
    }
  }

  private static void write(Path file, String what, byte[] encoded) throws IOException {
    Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    Files.writeString(
        file,
        "-----BEGIN "
            + what
            + "-----\n"
            + lines.encodeToString(encoded)
            + "\n-----END "
            + what
            + "-----\n");
  }
}
