package org.sluice.engine.request;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferException;

/// All that is said beforehand of names: a later rule for the same name and port wins, and one for
/// a name over one for every name.
///
/// @param rules in the order in which they were given
public record ResolveRules(List<ResolveRule> rules) {
  /// Names are looked up.
  public static final ResolveRules NONE = new ResolveRules(List.of());

  public ResolveRules {
    rules = List.copyOf(rules);
  }

  /// Reads several, each as [ResolveRule#parse] does.
  ///
  /// @throws TransferException SETOPT_OPTION_SYNTAX
  public static ResolveRules parse(List<String> texts) throws TransferException {
    List<ResolveRule> rules = new ArrayList<>();
    for (String text : texts) {
      rules.add(ResolveRule.parse(text));
    }
    return new ResolveRules(rules);
  }

  /// The same addresses for every port of a name.
  public static ResolveRules of(Map<String, List<InetAddress>> names) {
    return new ResolveRules(
        names.entrySet().stream()
            .<ResolveRule>map(
                e -> new ResolveRule.Add(e.getKey(), ResolveRule.ANY_PORT, e.getValue(), false))
            .toList());
  }

  /// The rule that counts for a name in lower case, or null.
  public @Nullable ResolveRule find(String host, int port) {
    ResolveRule own = last(host, port);
    return own == null ? last(ResolveRule.ANY_HOST, port) : own;
  }

  private @Nullable ResolveRule last(String host, int port) {
    for (ResolveRule rule : rules.reversed()) {
      if (rule.host().equals(host)
          && (rule.port() == port || rule.port() == ResolveRule.ANY_PORT)) {
        return rule;
      }
    }
    return null;
  }
}
