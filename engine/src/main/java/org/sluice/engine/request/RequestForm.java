package org.sluice.engine.request;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How requests look where they are not as they would be by themselves.
///
/// @param customMethod null for the method itself
/// @param omitted names of the engine's own fields that are not sent, in lower case
/// @param autoReferer whether a redirect is told which page led to it (`CURLOPT_AUTOREFERER`); never
///   out of TLS
public record RequestForm(
    @Nullable CustomMethod customMethod, Set<String> omitted, boolean autoReferer) {
  public static final RequestForm DEFAULT = new RequestForm(null, Set.of(), false);

  public RequestForm {
    omitted =
        omitted.stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  public RequestForm withCustomMethod(@Nullable CustomMethod value) {
    return new RequestForm(value, omitted, autoReferer);
  }

  public RequestForm withOmitted(Set<String> names) {
    return new RequestForm(customMethod, names, autoReferer);
  }

  public RequestForm withAutoReferer(boolean value) {
    return new RequestForm(customMethod, omitted, value);
  }

  public boolean omits(String name) {
    return omitted.contains(name.toLowerCase(Locale.ROOT));
  }
}
