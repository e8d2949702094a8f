package org.sluice.engine.tls;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateRevokedException;
import java.security.cert.PKIXReason;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.CertificateFacts;
import org.sluice.engine.error.CertificateProblem;
import org.sluice.engine.error.CertificateRule;

/// Says which rules a refused chain breaks: what Java found first, and what can be seen in the
/// chain besides.
public final class Diagnosis {
  /// Certificates of one chain that are shown.
  public static final int MOST_SHOWN = 16;

  private Diagnosis() {}

  /// @param host that was wanted, as in [HostMatch]
  /// @param failure of the chain by itself; null if that is good and only the host is another one
  static CertificateProblem of(
      X509Certificate[] chain, String host, int port, @Nullable CertificateException failure) {
    Set<CertificateRule> broken = EnumSet.noneOf(CertificateRule.class);
    if (failure != null) {
      broken.addAll(rules(failure));
    }
    X509Certificate first = chain.length == 0 ? null : chain[0];
    if (first != null) {
      for (X509Certificate certificate : chain) {
        validity(certificate, broken);
      }
      if (!HostMatch.fits(first, host)) {
        broken.add(CertificateRule.WRONG_HOST);
      }
      if (broken.contains(CertificateRule.UNKNOWN_ISSUER) && isSelfSigned(first)) {
        broken.remove(CertificateRule.UNKNOWN_ISSUER);
        broken.add(CertificateRule.SELF_SIGNED);
      }
    }
    if (broken.isEmpty()) {
      broken.add(CertificateRule.BROKEN);
    }
    String detail = "";
    if (broken.contains(CertificateRule.BROKEN) && failure != null) {
      detail = String.valueOf(failure.getMessage());
    } else if (broken.contains(CertificateRule.WRONG_HOST) && first != null) {
      detail = "it is for " + String.join(", ", shown(HostMatch.names(first)));
    }
    return new CertificateProblem(host, port, List.copyOf(broken), facts(chain), detail);
  }

  private static List<String> shown(List<String> names) {
    if (names.isEmpty()) {
      return List.of("nobody");
    }
    return names.size() <= 5 ? names : List.of(names.getFirst(), "others");
  }

  private static void validity(X509Certificate certificate, Set<CertificateRule> broken) {
    try {
      certificate.checkValidity();
    } catch (CertificateExpiredException e) {
      broken.add(CertificateRule.EXPIRED);
    } catch (CertificateNotYetValidException e) {
      broken.add(CertificateRule.NOT_YET_VALID);
    }
  }

  private static boolean isSelfSigned(X509Certificate certificate) {
    if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
      return false;
    }
    try {
      certificate.verify(certificate.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      // Of the same name, but not the same key.
      return false;
    }
  }

  /// What an exception of Java's means.
  public static Set<CertificateRule> rules(Throwable failure) {
    Set<CertificateRule> broken = EnumSet.noneOf(CertificateRule.class);
    for (Throwable t = failure; t != null; t = t.getCause()) {
      CertificateRule rule = rule(t);
      if (rule != null) {
        broken.add(rule);
      }
    }
    if (broken.isEmpty()) {
      broken.add(CertificateRule.BROKEN);
    }
    return broken;
  }

  private static @Nullable CertificateRule rule(Throwable t) {
    String message = t.getMessage() == null ? "" : t.getMessage();
    return switch (t) {
      case CertificateExpiredException e -> CertificateRule.EXPIRED;
      case CertificateNotYetValidException e -> CertificateRule.NOT_YET_VALID;
      case CertificateRevokedException e -> CertificateRule.REVOKED;
      case CertPathBuilderException e -> CertificateRule.UNKNOWN_ISSUER;
      case CertPathValidatorException e -> reason(e);
      case CertificateException e
          when message.startsWith("No subject") || message.startsWith("No name") ->
          CertificateRule.WRONG_HOST;
      case CertificateException e when message.contains("key usage") ->
          CertificateRule.NOT_FOR_SERVERS;
      default -> null;
    };
  }

  private static @Nullable CertificateRule reason(CertPathValidatorException e) {
    return switch (e.getReason()) {
      case CertPathValidatorException.BasicReason basic ->
          switch (basic) {
            case EXPIRED -> CertificateRule.EXPIRED;
            case NOT_YET_VALID -> CertificateRule.NOT_YET_VALID;
            case REVOKED -> CertificateRule.REVOKED;
            case ALGORITHM_CONSTRAINED -> CertificateRule.WEAK;
            // An authority of the same name is trusted, but it was another one's key.
            case INVALID_SIGNATURE -> CertificateRule.UNKNOWN_ISSUER;
            case UNDETERMINED_REVOCATION_STATUS -> CertificateRule.BROKEN;
            case UNSPECIFIED ->
                String.valueOf(e.getMessage()).contains("signature check failed")
                    ? CertificateRule.UNKNOWN_ISSUER
                    : null;
          };
      case PKIXReason pkix ->
          switch (pkix) {
            case NO_TRUST_ANCHOR, PATH_TOO_LONG, NOT_CA_CERT, NAME_CHAINING ->
                CertificateRule.UNKNOWN_ISSUER;
            case INVALID_KEY_USAGE -> CertificateRule.NOT_FOR_SERVERS;
            case INVALID_POLICY, INVALID_NAME, UNRECOGNIZED_CRIT_EXT -> CertificateRule.BROKEN;
          };
      default -> null;
    };
  }

  /// What people want to know of a chain.
  static List<CertificateFacts> facts(X509Certificate[] chain) {
    List<CertificateFacts> all = new ArrayList<>();
    for (X509Certificate c : Arrays.copyOf(chain, Math.min(chain.length, MOST_SHOWN))) {
      all.add(
          new CertificateFacts(
              c.getSubjectX500Principal().getName(),
              c.getIssuerX500Principal().getName(),
              HostMatch.names(c),
              c.getNotBefore().toInstant(),
              c.getNotAfter().toInstant(),
              fingerprint(c),
              Fingerprints.ofKey(c),
              key(c.getPublicKey()),
              c.getSigAlgName()));
    }
    return all;
  }

  private static String fingerprint(X509Certificate certificate) {
    try {
      return Fingerprints.of(certificate);
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read has no bytes", e);
    }
  }

  private static String key(PublicKey key) {
    return switch (key) {
      case RSAPublicKey rsa -> "RSA " + rsa.getModulus().bitLength();
      case ECPublicKey ec -> "EC " + ec.getParams().getOrder().bitLength();
      default -> key.getAlgorithm();
    };
  }
}
