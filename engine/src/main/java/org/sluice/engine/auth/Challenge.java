package org.sluice.engine.auth;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One challenge of a server: a scheme and its parameters.
///
/// **Source**: RFC 9110, 11.3.
///
/// @param scheme as the server wrote it
/// @param parameters by name in lower case, quotes taken off
/// @param token the value of a scheme that has no parameters, such as `Negotiate`; null for none
public record Challenge(String scheme, Map<String, String> parameters, @Nullable String token) {
  public Challenge {
    parameters = Map.copyOf(parameters);
  }

  public @Nullable String parameter(String name) {
    return parameters.get(name.toLowerCase(Locale.ROOT));
  }

  public boolean is(String name) {
    return scheme.equalsIgnoreCase(name);
  }
}
