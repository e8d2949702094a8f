package org.sluice.engine.lab;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// The lab's own certificate authority, made at start and kept in memory only.
///
/// It signs one leaf for the lab's names, one for a name the lab does not have and one that has
/// expired, so that each TLS scenario has exactly one fault. EC P-256, SHA-256.
final class LabAuthority {
  private static final X500Name NAME = new X500Name("CN=Sluice lab authority");
  private static final Duration LIFETIME = Duration.ofDays(30);
  private static final List<String> NAMES = List.of("localhost", "lab.sluice.test");
  private static final List<String> ADDRESSES = List.of("127.0.0.1", "::1");

  private final SecureRandom random = new SecureRandom();
  private final Instant now = Instant.now();
  private final KeyPair authorityKeys;
  private final KeyPair leafKeys;
  private final X509Certificate certificate;

  LabAuthority() throws GeneralSecurityException, IOException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"), random);
    authorityKeys = generator.generateKeyPair();
    leafKeys = generator.generateKeyPair();
    JcaX509v3CertificateBuilder builder =
        builder(NAME, authorityKeys, now.minus(Duration.ofDays(1)), now.plus(LIFETIME));
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    builder.addExtension(
        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    certificate = sign(builder);
  }

  /// The certificate to trust.
  X509Certificate certificate() {
    return certificate;
  }

  KeyPair leafKeys() {
    return leafKeys;
  }

  X509Certificate forTheLab() throws GeneralSecurityException, IOException {
    return leaf(NAMES, ADDRESSES, now.minus(Duration.ofDays(1)), now.plus(LIFETIME));
  }

  X509Certificate forAnotherHost() throws GeneralSecurityException, IOException {
    return leaf(
        List.of("elsewhere.sluice.test"),
        List.of(),
        now.minus(Duration.ofDays(1)),
        now.plus(LIFETIME));
  }

  X509Certificate expired() throws GeneralSecurityException, IOException {
    return leaf(NAMES, ADDRESSES, now.minus(Duration.ofDays(3)), now.minus(Duration.ofDays(2)));
  }

  private X509Certificate leaf(
      List<String> names, List<String> addresses, Instant from, Instant until)
      throws GeneralSecurityException, IOException {
    X500Name subject = new X500Name("CN=" + names.getFirst());
    JcaX509v3CertificateBuilder builder = builder(subject, leafKeys, from, until);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    builder.addExtension(
        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
    builder.addExtension(
        Extension.subjectAlternativeName, false, alternativeNames(names, addresses));
    return sign(builder);
  }

  private static GeneralNames alternativeNames(List<String> names, List<String> addresses)
      throws IOException {
    GeneralName[] all = new GeneralName[names.size() + addresses.size()];
    int count = 0;
    for (String name : names) {
      all[count++] = new GeneralName(GeneralName.dNSName, name);
    }
    for (String address : addresses) {
      String literal = InetAddress.ofLiteral(address).getHostAddress();
      all[count++] = new GeneralName(GeneralName.iPAddress, literal);
    }
    return new GeneralNames(all);
  }

  // Bouncy Castle's builder takes java.util.Date.
  @SuppressWarnings("JavaUtilDate")
  private JcaX509v3CertificateBuilder builder(
      X500Name subject, KeyPair keys, Instant from, Instant until) {
    return new JcaX509v3CertificateBuilder(
        NAME,
        new BigInteger(120, random).setBit(119),
        Date.from(from),
        Date.from(until),
        subject,
        keys.getPublic());
  }

  private X509Certificate sign(JcaX509v3CertificateBuilder builder)
      throws GeneralSecurityException {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder("SHA256withECDSA")
                      .build(authorityKeys.getPrivate())));
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException("no signer for the lab's certificates", e);
    }
  }
}
