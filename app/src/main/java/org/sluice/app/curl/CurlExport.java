package org.sluice.app.curl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.SecretFields;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;

/// Requests as curl commands, to be pasted into a shell.
public final class CurlExport {
  /// What stands where a secret would.
  public static final String HIDDEN = "(hidden)";

  private CurlExport() {}

  /// The arguments again, each option by its long name and in the order it was given.
  public static List<String> arguments(CurlCommand command) {
    List<String> words = new ArrayList<>();
    for (Given given : command.global()) {
      add(words, given);
    }
    boolean first = true;
    for (Operation operation : command.operations()) {
      if (!first) {
        words.add("--next");
      }
      first = false;
      operation.given().forEach(given -> add(words, given));
      operation.targets().forEach(target -> add(words, target));
    }
    return words;
  }

  /// A line for bash.
  public static String line(CurlCommand command) {
    return "curl " + ShellQuote.line(arguments(command));
  }

  private static void add(List<String> words, Given given) {
    words.add((given.on() ? "--" : "--no-") + given.option().name());
    if (given.option().kind().takesArgument()) {
      words.add(given.value());
    }
  }

  private static void add(List<String> words, Target target) {
    switch (target.destination()) {
      case null -> {}
      case Destination.Stdout out -> words.addAll(List.of("--output", "-"));
      case Destination.Named(String name) -> words.addAll(List.of("--output", name));
      case Destination.Remote remote -> words.add("--remote-name");
      case Destination.Nowhere nowhere -> words.add("--out-null");
    }
    String upload = target.upload();
    if (upload != null) {
      words.addAll(List.of("--upload-file", upload));
    }
    words.addAll(List.of("--url", target.url()));
  }

  /// A download as a line for bash.
  ///
  /// @param secrets whether passwords, tokens and cookies are in it
  public static String line(DownloadRequest request, boolean secrets) {
    List<String> words = new ArrayList<>(List.of("curl", "-L"));
    FetchWish fetch = request.fetch();
    for (Headers.Field field : fetch.headers().fields()) {
      boolean hide = !secrets && SecretFields.isSecret(field.name());
      words.add("-H");
      words.add(
          field.value().isEmpty()
              ? field.name() + ";"
              : field.name() + ": " + (hide ? HIDDEN : field.value()));
    }
    String user = fetch.user();
    if (user != null) {
      words.addAll(List.of("-u", secrets ? user : user.split(":", 2)[0] + ":" + HIDDEN));
    }
    String proxy = fetch.proxy();
    if (proxy != null) {
      words.addAll(List.of("-x", secrets ? proxy : Urls.withoutPassword(proxy)));
    }
    Path caFile = fetch.caFile();
    if (caFile != null) {
      words.addAll(List.of("--cacert", caFile.toString()));
    }
    if (fetch.limitBytesPerSecond() > 0) {
      words.addAll(List.of("--limit-rate", Long.toString(fetch.limitBytesPerSecond())));
    }
    String name = request.file().name();
    words.addAll(name == null ? List.of("-O", "-J") : List.of("-o", name));
    String url = request.sources().getFirst().url();
    words.add(secrets ? url : Urls.withoutPassword(url));
    return ShellQuote.line(words);
  }
}
