package org.sluice.engine.checksum;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.Headers;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.Checksum.Algorithm;

/// What a server says that a file hashes to.
///
/// `Content-Digest` is left alone: it is about one message, which may be a part.
///
/// **Threads**: pure functions. **Errors**: none; what cannot be used is passed by with a note.
/// **Limits**: those of [StructuredDictionary]; [#MOST_NOTES].
///
/// **Source**: RFC 9530 (Repr-Digest), RFC 3230 and 5843 (Digest), RFC 1864 (Content-MD5).
public final class DigestFields {
  /// Notes are for a person.
  public static final int MOST_NOTES = 16;

  private static final int OK = 200;

  /// @param checksums of the whole file, the strongest first, each once
  /// @param notes what was passed by, and why
  public record Found(List<Checksum> checksums, List<String> notes) {
    public Found {
      checksums = List.copyOf(checksums);
      notes = List.copyOf(notes);
    }
  }

  private final Set<Checksum> checksums = new LinkedHashSet<>();
  private final List<String> notes = new ArrayList<>();

  private DigestFields() {}

  /// @param status of the response, as `Content-MD5` is about what was sent
  public static Found of(int status, Headers headers) {
    DigestFields fields = new DigestFields();
    fields.readReprDigest(headers);
    fields.readDigest(headers);
    fields.readContentMd5(status, headers);
    return new Found(
        fields.checksums.stream().sorted(Verdict.STRONGEST_FIRST).toList(), fields.notes);
  }

  private void readReprDigest(Headers headers) {
    List<String> lines = headers.all("Repr-Digest");
    if (lines.isEmpty()) {
      return;
    }
    try {
      for (Map.Entry<String, byte[]> member :
          StructuredDictionary.parse(String.join(", ", lines)).entrySet()) {
        add("Repr-Digest", member.getKey(), member.getValue());
      }
    } catch (StructuredDictionary.Malformed e) {
      note("Repr-Digest was passed by: " + e.getMessage());
    }
  }

  private void readDigest(Headers headers) {
    String all = String.join(",", headers.all("Digest"));
    if (all.length() > StructuredDictionary.MOST_CHARS) {
      note("Digest was passed by: longer than " + StructuredDictionary.MOST_CHARS + " characters");
      return;
    }
    for (String member : all.split(",", -1)) {
      int equals = member.indexOf('=');
      if (equals < 0) {
        if (!member.isBlank()) {
          note("Digest was passed by in part: no value in \"" + shown(member) + "\"");
        }
        continue;
      }
      String name = member.substring(0, equals).strip().toLowerCase(Locale.ROOT);
      add("Digest", name, decoded(member.substring(equals + 1)));
    }
  }

  private void readContentMd5(int status, Headers headers) {
    String value = headers.first("Content-MD5");
    if (value == null) {
      return;
    }
    if (status != OK) {
      note("Content-MD5 was passed by: with status " + status + " it is not about the whole file");
      return;
    }
    add("Content-MD5", Algorithm.MD5.label(), decoded(value));
  }

  private static byte @Nullable [] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private void add(String field, String name, byte @Nullable [] hash) {
    Algorithm algorithm = algorithm(name);
    if (algorithm == null) {
      note(field + ": " + shown(name) + " is not known here");
    } else if (hash == null || hash.length != algorithm.bytes()) {
      note(field + ": the value of " + name + " is none of its length");
    } else {
      checksums.add(new Checksum(algorithm, HexFormat.of().formatHex(hash)));
    }
  }

  /// The names of the IANA registry of digest algorithms, and those of RFC 5843.
  private static @Nullable Algorithm algorithm(String name) {
    return switch (name) {
      case "md5" -> Algorithm.MD5;
      case "sha", "sha-1" -> Algorithm.SHA_1;
      case "sha-224" -> Algorithm.SHA_224;
      case "sha-256" -> Algorithm.SHA_256;
      case "sha-384" -> Algorithm.SHA_384;
      case "sha-512" -> Algorithm.SHA_512;
      default -> null;
    };
  }

  private static String shown(String text) {
    String line = text.strip();
    return line.length() > 40 ? line.substring(0, 40) + "…" : line;
  }

  private void note(String text) {
    if (notes.size() < MOST_NOTES) {
      notes.add(text);
    }
  }
}
