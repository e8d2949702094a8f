package org.sluice.engine.request;

import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;

/// Reads lists of ciphers in OpenSSL's language: names, classes of them, classes joined by `+`, and
/// `!`, `-` and `+` before one to forbid, remove or put it last.
///
/// Only suites that Java speaks count; others are passed over, as OpenSSL passes over what it does
/// not know.
///
/// **Errors**: SSL_CIPHER. **Limits**: [#MOST_CHARS]. **Source**: ciphers(1) of OpenSSL.
final class CipherText {
  static final int MOST_CHARS = 8_192;

  private CipherText() {}

  static List<String> for13(String text) throws TransferException {
    List<String> known = supported(true);
    List<String> found = words(text).stream().filter(known::contains).distinct().toList();
    return some(found, text);
  }

  static List<String> upTo12(String text) throws TransferException {
    List<String> all = supported(false);
    List<String> chosen = new ArrayList<>();
    Set<String> forbidden = new LinkedHashSet<>();
    for (String word : words(text)) {
      char sign = word.charAt(0);
      boolean signed = sign == '!' || sign == '-' || sign == '+';
      List<String> meant = meant(signed ? word.substring(1) : word, all);
      switch (sign) {
        case '!' -> {
          forbidden.addAll(meant);
          chosen.removeAll(meant);
        }
        case '-' -> chosen.removeAll(meant);
        case '+' -> {
          List<String> there = meant.stream().filter(chosen::contains).toList();
          chosen.removeAll(there);
          chosen.addAll(there);
        }
        default ->
            meant.stream()
                .filter(suite -> !chosen.contains(suite) && !forbidden.contains(suite))
                .forEach(chosen::add);
      }
    }
    return some(chosen, text);
  }

  private static List<String> some(List<String> found, String text) throws TransferException {
    if (found.isEmpty()) {
      throw new TransferException(
          TransferErrorCode.SSL_CIPHER, "None of the ciphers \"" + text + "\" can be used");
    }
    return found;
  }

  private static List<String> words(String text) throws TransferException {
    if (text.length() > MOST_CHARS) {
      throw new TransferException(
          TransferErrorCode.SSL_CIPHER,
          "A list of ciphers has at most " + MOST_CHARS + " characters");
    }
    List<String> words = new ArrayList<>();
    for (String word : text.replace(',', ':').replace(' ', ':').split(":", -1)) {
      if (!word.isEmpty() && !word.startsWith("@")) {
        words.add(word);
      }
    }
    return words;
  }

  /// The suites of `all` that a name or class stands for.
  private static List<String> meant(String word, List<String> all) {
    List<String> parts = List.of(word.split("\\+", -1));
    return all.stream()
        .filter(suite -> parts.stream().allMatch(part -> isOf(suite, part)))
        .toList();
  }

  private static boolean isOf(String suite, String part) {
    if (suite.equals(part) || openSslName(suite).equals(part)) {
      return true;
    }
    return switch (part.toUpperCase(Locale.ROOT)) {
      case "ALL", "DEFAULT", "HIGH", "COMPLEMENTOFALL", "TLSV1.2" -> true;
      case "ECDHE", "EECDH", "KECDHE", "KEECDH", "ECDH" -> suite.startsWith("TLS_ECDHE_");
      case "DHE", "EDH", "KDHE", "KEDH", "DH" -> suite.startsWith("TLS_DHE_");
      case "KRSA" -> suite.startsWith("TLS_RSA_");
      case "ARSA", "RSA" -> suite.contains("_RSA_WITH_");
      case "AECDSA", "ECDSA" -> suite.contains("_ECDSA_WITH_");
      case "ADSS", "DSS" -> suite.contains("_DSS_WITH_");
      case "AES" -> suite.contains("_AES_");
      case "AES128" -> suite.contains("_AES_128_");
      case "AES256" -> suite.contains("_AES_256_");
      case "AESGCM" -> suite.contains("_GCM_");
      case "CHACHA20" -> suite.contains("_CHACHA20_");
      case "SHA1", "SHA" -> suite.endsWith("_SHA");
      case "SHA256" -> suite.endsWith("_CBC_SHA256");
      case "SHA384" -> suite.endsWith("_CBC_SHA384");
      default -> false;
    };
  }

  /// The name that OpenSSL has for a suite of IANA's.
  static String openSslName(String suite) {
    int with = suite.indexOf("_WITH_");
    if (with < 0) {
      return suite;
    }
    String exchange = suite.substring("TLS_".length(), with).replace('_', '-');
    String cipher =
        suite
            .substring(with + "_WITH_".length())
            .replace("CHACHA20_POLY1305_SHA256", "CHACHA20-POLY1305")
            .replace("AES_128_", "AES128-")
            .replace("AES_256_", "AES256-")
            .replace("CBC_", "")
            .replace('_', '-');
    return exchange.equals("RSA") ? cipher : exchange + "-" + cipher;
  }

  private static List<String> supported(boolean for13) throws TransferException {
    try {
      return List.of(SSLContext.getDefault().getSupportedSSLParameters().getCipherSuites()).stream()
          .filter(suite -> !suite.endsWith("_SCSV") && TlsCiphers.isFor13(suite) == for13)
          .toList();
    } catch (NoSuchAlgorithmException e) {
      throw new TransferException(TransferErrorCode.SSL_CIPHER, "This Java speaks no TLS", e);
    }
  }
}
