package org.sluice.engine.request;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How requests look where they are not as they would be by themselves.
///
/// @param customMethod null for the method itself
/// @param omitted names of the engine's own fields that are not sent, in lower case
public record RequestForm(@Nullable CustomMethod customMethod, Set<String> omitted) {
  public static final RequestForm DEFAULT = new RequestForm(null, Set.of());

  public RequestForm {
    omitted =
        omitted.stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  public RequestForm withCustomMethod(@Nullable CustomMethod value) {
    return new RequestForm(value, omitted);
  }

  public RequestForm withOmitted(Set<String> names) {
    return new RequestForm(customMethod, names);
  }

  public boolean omits(String name) {
    return omitted.contains(name.toLowerCase(Locale.ROOT));
  }
}
