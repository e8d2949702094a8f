package org.sluice.engine.metalink;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One link of a Link field.
///
/// **Source**: RFC 8288, 3.
///
/// @param target as it stands there, perhaps relative
/// @param parameters by their names in lower case; the first of a name counts
public record WebLink(String target, Map<String, String> parameters) {
  public WebLink {
    parameters = Map.copyOf(parameters);
  }

  public @Nullable String parameter(String name) {
    return parameters.get(name);
  }

  /// Whether `rel` has this relation type in it.
  public boolean hasRelation(String type) {
    String rel = parameters.get("rel");
    return rel != null
        && Arrays.stream(rel.split("[ \t]+", -1)).anyMatch(one -> one.equalsIgnoreCase(type));
  }
}
