package org.sluice.engine.error;

/// A rule that a server's certificate can break.
///
/// **Source**: RFC 5280, 6; RFC 9525, 6.
public enum CertificateRule {
  EXPIRED("it has expired"),
  NOT_YET_VALID("it is not valid yet"),
  WRONG_HOST("it was made out to another name"),
  REVOKED("its authority has taken it back"),
  SELF_SIGNED("it was signed by itself alone"),
  UNKNOWN_ISSUER("nobody who is trusted has signed it"),
  WEAK("its key or signature is too weak"),
  NOT_FOR_SERVERS("it was not made for servers"),
  BROKEN("its chain cannot be verified"),
  /// Nothing that the certificate says of itself, but not the key that the user expects.
  NOT_PINNED("its key is none of those that are expected");

  private final String words;

  CertificateRule(String words) {
    this.words = words;
  }

  /// What is wrong, as the end of a sentence about the certificate.
  public String words() {
    return words;
  }
}
