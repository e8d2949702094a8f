package org.sluice.engine.request;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How requests look where they are not as they would be by themselves.
///
/// **Errors**: a target with a space, control character or none at all is refused.
///
/// @param customMethod null for the method itself
/// @param target the second word of every request line (`CURLOPT_REQUEST_TARGET`); null for what
///   the URL says
/// @param omitted names of the engine's own fields that are not sent, in lower case
public record RequestForm(
    @Nullable CustomMethod customMethod, @Nullable String target, Set<String> omitted) {
  public static final RequestForm DEFAULT = new RequestForm(null, null, Set.of());

  public RequestForm {
    if (target != null
        && (target.isEmpty() || target.chars().anyMatch(c -> c <= 0x20 || c == 0x7f))) {
      throw new IllegalArgumentException("a request target has no spaces or control characters");
    }
    omitted =
        omitted.stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  public RequestForm withCustomMethod(@Nullable CustomMethod value) {
    return new RequestForm(value, target, omitted);
  }

  public RequestForm withTarget(@Nullable String value) {
    return new RequestForm(customMethod, value, omitted);
  }

  public RequestForm withOmitted(Set<String> names) {
    return new RequestForm(customMethod, target, names);
  }

  public boolean omits(String name) {
    return omitted.contains(name.toLowerCase(Locale.ROOT));
  }
}
