package org.sluice.engine.checksum;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.Checksum.Algorithm;

/// Several hashes of the same bytes, computed in one pass.
///
/// **Threads**: one at a time.
public final class Digests {
  private final Map<Algorithm, MessageDigest> digests = new EnumMap<>(Algorithm.class);

  /// @throws IllegalStateException if this Java does not know one of them
  public Digests(Set<Algorithm> algorithms) {
    for (Algorithm algorithm : algorithms) {
      digests.put(algorithm, start(algorithm));
    }
  }

  static MessageDigest start(Algorithm algorithm) {
    try {
      return MessageDigest.getInstance(algorithm.jdkName());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java cannot compute " + algorithm.label(), e);
    }
  }

  /// Takes all remaining bytes.
  public void update(ByteBuffer bytes) {
    for (MessageDigest digest : digests.values()) {
      digest.update(bytes.duplicate());
    }
    bytes.position(bytes.limit());
  }

  /// The hashes of all bytes so far; begins anew.
  public List<Checksum> finish() {
    List<Checksum> all = new ArrayList<>();
    digests.forEach(
        (algorithm, digest) ->
            all.add(new Checksum(algorithm, HexFormat.of().formatHex(digest.digest()))));
    return all;
  }
}
