package org.sluice.app.curl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads options in the order they are given: those of the command line, and those of config files
/// where these are named.
///
/// **Errors**: [UsageException] with curl's exit code; options that we do not have are among them.
/// **Limits**: [#DEEPEST_CONFIG].
final class CommandLineReader {
  /// Config files that read config files.
  static final int DEEPEST_CONFIG = 100;

  private static final Set<String> MAY_BE_BLANK =
      Set.of(
          "user-agent",
          "referer",
          "proxy",
          "noproxy",
          "user",
          "proxy-user",
          "write-out",
          "header",
          "proxy-header",
          "cookie",
          "data",
          "data-ascii",
          "data-binary",
          "data-raw",
          "data-urlencode",
          "json",
          "url-query",
          "form",
          "form-string",
          "upload-file",
          "variable",
          "help",
          "resolve",
          "connect-to",
          "proto",
          "proto-redir",
          "proxy-pass",
          "proxy-key");

  private final Inputs inputs;
  private final List<String> warnings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Given> global = new ArrayList<>();
  private final List<OperationDraft> drafts = new ArrayList<>();
  private final Variables variables;
  private boolean stopped;
  private boolean inConfig;

  CommandLineReader(Inputs inputs) {
    this.inputs = inputs;
    variables = new Variables(inputs, this::warn);
    drafts.add(new OperationDraft());
  }

  /// Something to say to those who want to know everything.
  void note(String sentence) {
    notes.add(sentence);
  }

  /// As curl does, at once: a `-s` that comes later is too late.
  private void warn(String sentence) {
    boolean silent = false;
    for (Given given : global) {
      silent = given.option().name().equals("silent") ? given.on() : silent;
    }
    if (!silent) {
      warnings.add(sentence);
    }
  }

  CurlCommand read(List<String> arguments) throws UsageException {
    boolean flags = true;
    for (int i = 0; i < arguments.size() && !stopped; i++) {
      String word = arguments.get(i);
      if (!flags || !word.startsWith("-")) {
        named(OptionTable.of("url"), "--url", word);
      } else if (word.equals("--")) {
        flags = false;
      } else {
        String next = i + 1 < arguments.size() ? arguments.get(i + 1) : null;
        if (option(word, next, 0)) {
          i++;
        }
      }
    }
    return finish();
  }

  /// Reads a config file, before or between the options of the command line.
  void config(String name, int depth) throws UsageException {
    if (depth > DEEPEST_CONFIG) {
      throw bad("Max config file recursion level reached (" + DEEPEST_CONFIG + ")");
    }
    String text;
    try {
      text = new String(inputs.read(name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UsageException(
          UsageException.CANNOT_READ, "cannot read config from '" + name + "'", e);
    }
    String shown = name.equals("-") ? "<stdin>" : name;
    boolean outer = inConfig;
    inConfig = true;
    for (ConfigLine line : ConfigLine.all(text, shown, this::warn)) {
      try {
        boolean used = option(line.option(), line.value(), depth);
        if (!used && line.value() != null && !line.value().isEmpty() && !stopped) {
          throw bad("had unsupported trailing garbage");
        }
      } catch (UsageException e) {
        throw new UsageException(
            e.exitCode(),
            shown
                + ":"
                + line.number()
                + " config file option '"
                + line.option()
                + "' "
                + e.sentence(),
            e);
      }
    }
    inConfig = outer;
  }

  /// One word that is an option, or several letters.
  ///
  /// @return whether `next` was its argument
  private boolean option(String word, @Nullable String next, int depth) throws UsageException {
    if (word.length() > 1 && word.charAt(0) == '-' && word.charAt(1) != '-') {
      return letters(word, next, depth);
    }
    String name = word.startsWith("--") ? word.substring(2) : word.equals("-") ? "" : word;
    boolean on = !name.startsWith("no-");
    boolean expanded = on && name.startsWith("expand-");
    String bare = on ? expanded ? name.substring(7) : name : name.substring(3);
    int equals = bare.indexOf('=');
    CurlOption option = OptionTable.named(equals < 0 ? bare : bare.substring(0, equals));
    if (option == null) {
      throw bad("option " + word + ": is unknown");
    }
    if (!on && !option.kind().isNegatable()) {
      throw bad("option " + word + ": the given option cannot be reversed with a --no- prefix");
    }
    String value = equals < 0 ? next : bare.substring(equals + 1);
    if (!option.kind().takesArgument()) {
      take(option, word, on, "", depth);
      return false;
    }
    if (option.name().equals("help")) {
      take(option, word, on, value == null ? "" : value, depth);
      return value != null && equals < 0;
    }
    if (value == null) {
      throw bad("option " + word + ": requires parameter");
    }
    if (expanded) {
      value = variables.expand(value);
    }
    take(option, word, on, value, depth);
    return equals < 0;
  }

  private boolean letters(String word, @Nullable String next, int depth) throws UsageException {
    for (int i = 1; i < word.length() && !stopped; i++) {
      CurlOption option = OptionTable.lettered(word.charAt(i));
      if (option == null) {
        throw bad("option " + word + ": is unknown");
      }
      if (!option.kind().takesArgument()) {
        // Only several in one word add up: -vv.
        boolean again = option.name().equals("verbose") && word.indexOf('v') < i;
        String value = again ? Given.AGAIN : "";
        take(option, word, option.kind() != OptionKind.SWITCH_OFF, value, depth);
        continue;
      }
      if (i + 1 < word.length()) {
        take(option, word, true, word.substring(i + 1), depth);
        return false;
      }
      if (next == null && !option.name().equals("help")) {
        throw bad("option " + word + ": requires parameter");
      }
      take(option, word, true, next == null ? "" : next, depth);
      return next != null;
    }
    return false;
  }

  /// Does what one option means.
  ///
  /// @param word as it was written
  private void take(CurlOption option, String word, boolean on, String value, int depth)
      throws UsageException {
    if (option.support() == Support.NONE && on) {
      throw bad("option " + word + ": sluice curl does not have " + option);
    }
    if (option.kind().takesArgument() && value.isEmpty() && !MAY_BE_BLANK.contains(option.name())) {
      throw bad("option " + word + ": blank argument where content is expected");
    }
    try {
      switch (option.name()) {
        case "config" -> {
          try {
            config(value, depth + 1);
          } catch (UsageException e) {
            throw e.exitCode() != UsageException.CANNOT_READ
                ? e
                : new UsageException(
                    e.exitCode(),
                    e.sentence()
                        + "\ncurl: option "
                        + word
                        + ": error encountered when reading a file",
                    e);
          }
        }
        case "next" -> next(word, depth);
        case "variable" -> variables.set(value);
        default -> {
          check(option, word, on, value);
          keep(option, word, on, value);
        }
      }
    } catch (IllegalArgumentException e) {
      throw new UsageException(UsageException.BAD_USE, "option " + word + ": " + e.getMessage(), e);
    }
  }

  private void check(CurlOption option, String word, boolean on, String value)
      throws UsageException {
    if (value.length() > 2 && value.charAt(0) >= '\u2000' && value.charAt(0) <= '\u203f') {
      warn(
          "The argument '"
              + value
              + "' starts with a Unicode character. Maybe ASCII was intended?");
    }
    OptionCheck.odd(option, on, current()).ifPresent(this::warn);
    try {
      OptionCheck.check(option, on, value, current(), inputs);
    } catch (UsageException e) {
      throw new UsageException(
          e.exitCode(), e.sentence() + "\ncurl: option " + word + ": is badly used here", e);
    }
  }

  private void keep(CurlOption option, String word, boolean on, String value)
      throws UsageException {
    switch (option.name()) {
      case "url" -> named(option, word, value);
      case "output" -> current().destination(destination(value));
      case "out-null" -> current().destination(new Destination.Nowhere());
      case "remote-name" -> {
        if (on || current().isOn("remote-name-all")) {
          current().destination(on ? new Destination.Remote() : Destination.STDOUT);
        }
      }
      case "upload-file" -> current().upload(value);
      case "help", "version" -> {
        if (on && !inConfig) {
          stopped = true;
          global.add(new Given(option, true, value));
        }
      }
      default -> {
        Given given = new Given(option, on, value);
        if (option.global()) {
          global.add(given);
        } else {
          current().add(given);
        }
      }
    }
  }

  private static Destination destination(String value) {
    return value.equals("-") ? Destination.STDOUT : new Destination.Named(value);
  }

  private void named(CurlOption option, String word, String value) throws UsageException {
    if (value.isEmpty()) {
      throw bad("option " + word + ": blank argument where content is expected");
    }
    if (value.startsWith("@") && option.name().equals("url")) {
      list(value.substring(1));
    } else {
      url(value, false);
    }
  }

  private void url(String url, boolean plain) throws UsageException {
    current().url(url, plain);
    if (current().urls() > 1 && (current().has("etag-save") || current().has("etag-compare"))) {
      throw bad(
          "The etag options only work on a single URL\ncurl: option --url: is badly used here");
    }
  }

  private void list(String name) throws UsageException {
    try {
      String text = new String(inputs.read(name), StandardCharsets.UTF_8);
      for (String line : ConfigLine.significant(text)) {
        url(line, true);
      }
    } catch (IOException e) {
      throw new UsageException(
          UsageException.CANNOT_READ, "option --url: error encountered when reading a file", e);
    }
  }

  /// In a config file a `next` before any URL has no meaning.
  private void next(String word, int depth) throws UsageException {
    if (!current().hasUrl()) {
      if (depth > 0) {
        return;
      }
      throw bad("missing URL before --next\ncurl: option " + word + ": is badly used here");
    }
    drafts.add(new OperationDraft());
  }

  private OperationDraft current() {
    return drafts.getLast();
  }

  private CurlCommand finish() throws UsageException {
    List<Operation> operations = new ArrayList<>();
    for (OperationDraft draft : drafts) {
      if (!stopped) {
        OptionCheck.whole(draft);
      }
      operations.add(draft.build(this::warn));
    }
    return new CurlCommand(operations, global, warnings, notes);
  }

  private static UsageException bad(String sentence) {
    return new UsageException(UsageException.BAD_USE, sentence);
  }
}
