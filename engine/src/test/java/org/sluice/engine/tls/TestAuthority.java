package org.sluice.engine.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// An authority that signs whatever a test wants, good or bad.
public final class TestAuthority {
  private static final SecureRandom RANDOM = new SecureRandom();

  public final X509Certificate certificate;
  private final KeyPair keys;
  private final X500Name name;

  /// What a certificate is to be like.
  public record Wish(
      String subject,
      List<String> names,
      Duration from,
      Duration until,
      String keyKind,
      String signature,
      KeyPurposeId purpose,
      boolean selfSigned) {
    public static Wish server(String... names) {
      return new Wish(
          "CN=" + names[0],
          List.of(names),
          Duration.ofDays(-1),
          Duration.ofDays(30),
          "RSA",
          "SHA256withRSA",
          KeyPurposeId.id_kp_serverAuth,
          false);
    }

    public static Wish client(String subject) {
      return server(subject).purpose(KeyPurposeId.id_kp_clientAuth);
    }

    public Wish valid(Duration since, Duration to) {
      return new Wish(subject, names, since, to, keyKind, signature, purpose, selfSigned);
    }

    public Wish keyKind(String value) {
      return new Wish(subject, names, from, until, value, signature, purpose, selfSigned);
    }

    public Wish signature(String value) {
      return new Wish(subject, names, from, until, keyKind, value, purpose, selfSigned);
    }

    public Wish purpose(KeyPurposeId value) {
      return new Wish(subject, names, from, until, keyKind, signature, value, selfSigned);
    }

    public Wish selfSigned(boolean value) {
      return new Wish(subject, names, from, until, keyKind, signature, purpose, value);
    }
  }

  /// A certificate with its key, and the authority's certificate.
  public record Issued(X509Certificate certificate, KeyPair keys, X509Certificate issuer) {
    public X509Certificate[] chain() {
      return new X509Certificate[] {certificate, issuer};
    }

    public Path writeCertificate(Path file) throws IOException, GeneralSecurityException {
      return Files.writeString(file, pem("CERTIFICATE", certificate.getEncoded()));
    }

    public Path writeKey(Path file) throws IOException {
      return Files.writeString(file, pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
    }
  }

  public TestAuthority() throws GeneralSecurityException, IOException {
    this("CN=Test authority " + RANDOM.nextInt(1 << 30));
  }

  public TestAuthority(String subject) throws GeneralSecurityException, IOException {
    name = new X500Name(subject);
    keys = keys("RSA");
    JcaX509v3CertificateBuilder builder =
        builder(name, keys, Duration.ofDays(-2), Duration.ofDays(60));
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    certificate = sign(builder, "SHA256withRSA", keys);
  }

  public Path write(Path file) throws IOException, GeneralSecurityException {
    return Files.writeString(file, pem("CERTIFICATE", certificate.getEncoded()));
  }

  public Issued issue(Wish wish) throws GeneralSecurityException, IOException {
    KeyPair own = keys(wish.keyKind);
    X500Name subject = new X500Name(wish.subject);
    JcaX509v3CertificateBuilder builder = builder(subject, own, wish.from, wish.until);
    if (wish.selfSigned) {
      builder =
          new JcaX509v3CertificateBuilder(
              subject, serial(), date(wish.from), date(wish.until), subject, own.getPublic());
    }
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(wish.purpose));
    List<GeneralName> all = new ArrayList<>();
    for (String one : wish.names) {
      boolean address = one.indexOf(':') >= 0 || one.matches("[0-9.]+");
      all.add(
          address
              ? new GeneralName(GeneralName.iPAddress, InetAddress.ofLiteral(one).getHostAddress())
              : new GeneralName(GeneralName.dNSName, one));
    }
    builder.addExtension(
        Extension.subjectAlternativeName, false, new GeneralNames(all.toArray(GeneralName[]::new)));
    return new Issued(
        sign(builder, wish.signature, wish.selfSigned ? own : keys), own, certificate);
  }

  public static KeyPair keys(String kind) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
    if (!kind.startsWith("Ed")) {
      generator.initialize(kind.equals("EC") ? 256 : 2048, RANDOM);
    }
    return generator.generateKeyPair();
  }

  private JcaX509v3CertificateBuilder builder(
      X500Name subject, KeyPair own, Duration from, Duration until) {
    return new JcaX509v3CertificateBuilder(
        name, serial(), date(from), date(until), subject, own.getPublic());
  }

  private static BigInteger serial() {
    return new BigInteger(120, RANDOM).setBit(119);
  }

  // Bouncy Castle's builder takes java.util.Date.
  @SuppressWarnings("JavaUtilDate")
  private static Date date(Duration fromNow) {
    return Date.from(Instant.now().plus(fromNow));
  }

  private static X509Certificate sign(
      JcaX509v3CertificateBuilder builder, String signature, KeyPair by)
      throws GeneralSecurityException {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(new JcaContentSignerBuilder(signature).build(by.getPrivate())));
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }

  public static String pem(String label, byte[] bytes) {
    Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, lines.encodeToString(bytes), label);
  }
}
