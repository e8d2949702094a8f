package org.sluice.engine.request;

import java.nio.file.Path;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The public keys of which a server must have one, besides everything else that is checked, and
/// even where nothing else is.
///
/// **Source**: `CURLOPT_PINNEDPUBLICKEY`; RFC 7469, 2.4 for the hash.
///
/// @param sha256 hashes of the SubjectPublicKeyInfo, in Base64
/// @param file with one public key, PEM or DER; null for none
public record KeyPins(Set<String> sha256, @Nullable Path file) {
  /// Any key will do.
  public static final KeyPins NONE = new KeyPins(Set.of(), null);

  private static final String PREFIX = "sha256//";
  private static final int HASH_BYTES = 32;

  /// The hash of no key: 32 bytes of zero.
  private static final String NOBODY = Base64.getEncoder().encodeToString(new byte[HASH_BYTES]);

  /// @throws IllegalArgumentException for a hash that is none
  public KeyPins {
    sha256 = Set.copyOf(sha256);
    for (String hash : sha256) {
      if (!isHash(hash)) {
        throw new IllegalArgumentException("\"" + hash + "\" is no SHA-256 hash in Base64");
      }
    }
  }

  /// Reads `sha256//HASH`, several of them with `;` between, or else the name of a file: as `curl
  /// --pinnedpubkey`. A hash that is none matches no key.
  public static KeyPins parse(String text) {
    if (!text.startsWith(PREFIX)) {
      return new KeyPins(Set.of(), Path.of(text));
    }
    Set<String> hashes = new TreeSet<>();
    for (String pin : text.split(";", -1)) {
      String hash = pin.strip().startsWith(PREFIX) ? pin.strip().substring(PREFIX.length()) : "";
      hashes.add(isHash(hash) ? hash : NOBODY);
    }
    return new KeyPins(hashes, null);
  }

  private static boolean isHash(String text) {
    try {
      return Base64.getDecoder().decode(text).length == HASH_BYTES;
    } catch (IllegalArgumentException e) {
      // No Base64 is no hash.
      return false;
    }
  }

  public boolean isNone() {
    return sha256.isEmpty() && file == null;
  }
}
