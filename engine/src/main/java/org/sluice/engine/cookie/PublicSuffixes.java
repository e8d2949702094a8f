package org.sluice.engine.cookie;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Domains below which everybody can have a name: nobody may set a cookie for all of them.
///
/// **Threads**: immutable. **Source**: <https://publicsuffix.org/list/>.
public final class PublicSuffixes {
  /// No domain is public but those without a dot.
  public static final PublicSuffixes NONE = new PublicSuffixes(Set.of());

  private static final String RESOURCE = "effective_tld_names.dat";

  /// Read when it is first asked for: not every run meets a cookie.
  private static final class Packaged {
    private static final PublicSuffixes LIST = load();
  }

  private final Set<String> rules;

  private PublicSuffixes(Set<String> rules) {
    this.rules = rules;
  }

  /// The list that came with this version.
  public static PublicSuffixes packaged() {
    return Packaged.LIST;
  }

  private static PublicSuffixes load() {
    try (InputStream in = PublicSuffixes.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("this build has no list of public suffixes");
      }
      return parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads the rules of a list in the format of publicsuffix.org.
  public static PublicSuffixes parse(Stream<String> lines) {
    Set<String> rules = new HashSet<>(16_384);
    lines.forEach(
        line -> {
          String rule = line.strip();
          if (!rule.isEmpty() && !rule.startsWith("//")) {
            String ascii = ascii(rule.split("\\s", 2)[0]);
            if (ascii != null) {
              rules.add(ascii);
            }
          }
        });
    return new PublicSuffixes(rules);
  }

  private static @Nullable String ascii(String rule) {
    int mark = rule.startsWith("!") ? 1 : rule.startsWith("*.") ? 2 : 0;
    try {
      return rule.substring(0, mark) + IDN.toASCII(rule.substring(mark), IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException e) {
      // A name that no host can have protects nobody.
      return null;
    }
  }

  /// How many rules there are.
  public int size() {
    return rules.size();
  }

  /// Whether everybody can have a name below `domain`.
  ///
  /// @param domain in lower case and ASCII
  public boolean isPublic(String domain) {
    int dot = domain.indexOf('.');
    if (rules.contains("!" + domain)) {
      return false;
    }
    if (rules.contains(domain)) {
      return true;
    }
    // A name that no rule speaks of: its last label is the suffix.
    return dot < 0 ? !domain.equals("localhost") : rules.contains("*." + domain.substring(dot + 1));
  }
}
