package org.sluice.engine.tls;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Whether a certificate was made out to a host.
///
/// A `*` stands for the whole first label of a name and for nothing else, and only where two more
/// labels follow. Names in the subject are not looked at (RFC 9525, 6.1.1).
///
/// **Source**: RFC 9525, 6.
final class HostMatch {
  private static final int DNS = 2;
  private static final int ADDRESS = 7;

  private HostMatch() {}

  /// @param host in lower case and ASCII, without a dot at its end; an IPv6 address without
  ///   brackets
  static boolean fits(X509Certificate certificate, String host) {
    InetAddress address = literal(host);
    for (String name : names(certificate, address == null ? DNS : ADDRESS)) {
      if (address == null ? nameFits(name, host) : address.equals(literal(name))) {
        return true;
      }
    }
    return false;
  }

  /// What the certificate is for: names, then addresses.
  static List<String> names(X509Certificate certificate) {
    List<String> all = new ArrayList<>(names(certificate, DNS));
    all.addAll(names(certificate, ADDRESS));
    return all;
  }

  private static List<String> names(X509Certificate certificate, int kind) {
    List<String> found = new ArrayList<>();
    try {
      Collection<List<?>> all = certificate.getSubjectAlternativeNames();
      if (all != null) {
        for (List<?> entry : all) {
          if (entry.size() > 1
              && entry.getFirst().equals(kind)
              && entry.get(1) instanceof String name) {
            found.add(name);
          }
        }
      }
    } catch (CertificateParsingException e) {
      // Names that cannot be read are nobody's.
      return List.of();
    }
    return found;
  }

  static boolean nameFits(String pattern, String host) {
    String wanted = withoutDot(pattern).toLowerCase(Locale.ROOT);
    if (!wanted.startsWith("*.")) {
      return !wanted.isEmpty() && wanted.equals(host);
    }
    String rest = wanted.substring(1);
    int dot = host.indexOf('.');
    boolean wide = rest.indexOf('.', 1) > 1 && rest.indexOf('*') < 0;
    return wide && dot > 0 && host.substring(dot).equals(rest);
  }

  private static String withoutDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private static @Nullable InetAddress literal(String zoned) {
    int zone = zoned.indexOf('%');
    String host = zone < 0 ? zoned : zoned.substring(0, zone);
    boolean address =
        host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    try {
      return address && !host.isEmpty() ? InetAddress.ofLiteral(host) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
