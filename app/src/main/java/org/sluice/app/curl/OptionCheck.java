package org.sluice.app.curl;

import java.util.Optional;
import java.util.Set;

/// What curl refuses at once: bad numbers, missing files, options that exclude one another.
///
/// **Errors**: [IllegalArgumentException] about the one option, [UsageException] about several.
final class OptionCheck {
  private static final Set<String> MUST_EXIST =
      Set.of("cacert", "crlfile", "netrc-file", "proxy-cacert", "proxy-crlfile");
  private static final Set<String> TLS_VERSIONS = Set.of("default", "1.0", "1.1", "1.2", "1.3");

  private OptionCheck() {}

  static void check(
      CurlOption option, boolean on, String value, OperationDraft before, Inputs inputs)
      throws UsageException {
    switch (option.kind()) {
      case SECONDS -> Numbers.millis(value);
      case COUNT -> Numbers.count(value);
      case NONE, SWITCH, SWITCH_OFF, TEXT, FILE -> {}
    }
    if (MUST_EXIST.contains(option.name()) && !inputs.exists(value)) {
      throw bad("The file '" + value + "' provided to --" + option.name() + " does not exist");
    }
    switch (option.name()) {
      case "limit-rate", "max-filesize" -> Numbers.bytes(value);
      case "create-file-mode" -> Numbers.octal(value);
      case "max-redirs" -> redirects(value);
      case "tls-max" -> tls(value);
      case "rate" -> StartRate.parse(value);
      case "proto" -> Protocols.parse(value, Protocols.ALL);
      case "proto-redir" -> Protocols.parse(value, Protocols.OF_REDIRECTS);
      case "proto-default" -> Protocols.known(value);
      case "continue-at" -> continueAt(value, before);
      case "range" -> excluded(before.has("continue-at"), "--continue-at", "--range");
      case "remove-on-error" ->
          excluded(on && before.has("continue-at"), "--continue-at", "--remove-on-error");
      case "clobber" -> excluded(!on && before.has("continue-at"), "--continue-at", "--no-clobber");
      case "etag-save", "etag-compare" -> {
        if (before.urls() > 1) {
          throw bad("The etag options only work on a single URL");
        }
      }
      default -> {}
    }
  }

  private static void redirects(String value) {
    if (Numbers.signed(value) < -1) {
      throw new IllegalArgumentException(Numbers.NOT_A_NUMBER);
    }
  }

  private static void tls(String value) {
    if (!TLS_VERSIONS.contains(value)) {
      throw new IllegalArgumentException("is badly used here");
    }
  }

  private static void continueAt(String value, OperationDraft before) throws UsageException {
    excluded(before.has("range"), "--continue-at", "--range");
    excluded(before.isOn("remove-on-error"), "--continue-at", "--remove-on-error");
    excluded(before.has("clobber") && !before.isOn("clobber"), "--continue-at", "--no-clobber");
    if (!value.equals("-")) {
      Numbers.count(value);
    }
  }

  /// What can only be said when all options of an operation are known.
  static void whole(OperationDraft draft) throws UsageException {
    if (draft.isOn("remote-header-name") && draft.isContinuedAtEnd()) {
      throw bad("--continue-at and --remote-header-name cannot be combined");
    }
  }

  /// What is worth a warning about an option, knowing those before it.
  static Optional<String> odd(CurlOption option, boolean on, OperationDraft before) {
    return switch (option.name()) {
      case "fail" ->
          said(on && before.isOn("fail-with-body"), "--fail deselects --fail-with-body here");
      case "fail-with-body" ->
          said(on && before.isOn("fail"), "--fail-with-body deselects --fail here");
      case "location", "location-trusted" ->
          said(before.isOn("follow"), "--location overrides --follow");
      case "follow" ->
          said(
              before.isOn("location") || before.isOn("location-trusted"),
              "--follow overrides --location");
      default -> Optional.empty();
    };
  }

  private static Optional<String> said(boolean odd, String sentence) {
    return odd ? Optional.of(sentence) : Optional.empty();
  }

  private static void excluded(boolean both, String one, String other) throws UsageException {
    if (both) {
      throw bad(one + " is mutually exclusive with " + other);
    }
  }

  private static UsageException bad(String sentence) {
    return new UsageException(UsageException.BAD_USE, sentence);
  }
}
