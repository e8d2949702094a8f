package org.sluice.app.curl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What stands between two `--next`: options, and the URLs that they hold for.
///
/// @param given every option but those that belong to one URL, in the order they were given
public record Operation(List<Given> given, List<Target> targets) {
  public Operation {
    given = List.copyOf(given);
    targets = List.copyOf(targets);
  }

  /// Whether a switch was last given on.
  public boolean isOn(String name) {
    return isOn(name, false);
  }

  /// @param unsaid what holds where it was not given
  public boolean isOn(String name, boolean unsaid) {
    Given last = last(name);
    return last == null ? unsaid : last.on();
  }

  /// Its last argument; null if it was not given.
  public @Nullable String text(String name) {
    Given last = last(name);
    return last == null ? null : last.value();
  }

  /// Its last argument, or `unsaid`.
  public String text(String name, String unsaid) {
    return Optional.ofNullable(text(name)).orElse(unsaid);
  }

  public boolean has(String name) {
    return last(name) != null;
  }

  /// All its arguments.
  public List<String> all(String name) {
    return given.stream().filter(g -> g.is(name)).map(Given::value).toList();
  }

  /// Those of several options, in the order they were given.
  public List<Given> allOf(String... names) {
    List<String> wanted = List.of(names);
    return given.stream().filter(g -> wanted.contains(g.option().name())).toList();
  }

  /// The one of several options that was given last, or null.
  public @Nullable Given lastOf(String... names) {
    return allOf(names).stream().reduce((first, second) -> second).orElse(null);
  }

  public long number(String name, long unsaid) {
    String text = text(name);
    return text == null ? unsaid : Numbers.count(text);
  }

  /// Of an option with seconds.
  public long millis(String name, long unsaid) {
    String text = text(name);
    return text == null ? unsaid : Numbers.millis(text);
  }

  /// Of an option with bytes, such as `10k`.
  public long bytes(String name, long unsaid) {
    String text = text(name);
    return text == null ? unsaid : Numbers.bytes(text);
  }

  /// The methods that its options ask for, in curl's words. There can be only one.
  public List<String> methods() {
    List<String> methods = new ArrayList<>();
    if (isOn("head")) {
      methods.add("HEAD (-I, --head)");
    }
    if (has("form") || has("form-string")) {
      methods.add("multipart formpost (-F, --form)");
    }
    if (targets.stream().anyMatch(t -> t.upload() != null && !t.upload().isEmpty())) {
      methods.add("PUT (-T, --upload-file)");
    }
    if (!isOn("get") && given.stream().anyMatch(g -> PostData.isOne(g.option().name()))) {
      methods.add("POST (-d, --data)");
    }
    return methods;
  }

  /// The method that follows from its options, without `-X`.
  public String method() {
    List<String> methods = methods();
    if (methods.isEmpty()) {
      return "GET";
    }
    String word = methods.getFirst();
    return word.startsWith("HEAD") ? "HEAD" : word.startsWith("PUT") ? "PUT" : "POST";
  }

  private @Nullable Given last(String name) {
    for (int i = given.size() - 1; i >= 0; i--) {
      if (given.get(i).is(name)) {
        return given.get(i);
      }
    }
    return null;
  }
}
