package org.sluice.engine.error;

import java.time.Instant;
import java.util.List;

/// What a person wants to know of one certificate.
///
/// @param subject who it was made out to
/// @param issuer who signed it
/// @param names and addresses that it is for
/// @param sha256 fingerprint: 64 hexadecimal digits in lower case
/// @param keyPin hash of its public key, as `--pinnedpubkey` takes it
/// @param key kind and strength of its key, for example `RSA 2048`
/// @param signature how it was signed, for example `SHA256withRSA`
public record CertificateFacts(
    String subject,
    String issuer,
    List<String> names,
    Instant validFrom,
    Instant validUntil,
    String sha256,
    String keyPin,
    String key,
    String signature) {
  public CertificateFacts {
    names = List.copyOf(names);
  }
}
