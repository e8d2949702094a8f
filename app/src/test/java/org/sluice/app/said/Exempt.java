package org.sluice.app.said;

import java.util.Set;

/// What looks like a sentence of the engine and is none that a user sees.
final class Exempt {
  /// Fields of answers that were passed by, words of systems to look for, lists of endings and names.
  static final Set<String> FILES =
      Set.of(
          "DigestFields",
          "StructuredDictionary",
          "ErrorWords",
          "Pages",
          "SignedAddress",
          "Fallocate");

  /// Pieces: the whole that they become has words. And what is for programs.
  static final Set<String> IN_ENGINE =
      Set.of(
          "AfterFinish: \"{0}\" does not begin with an action, like nothing: or shut_down:",
          "AfterFinishCommand: tell application \"System Events\" to shut down",
          "NextItems: The queue {0} is closed{1}",
          "ProofRules: The {0} is another one, but {1}",
          "ProofRules: The {0} is another one; that samples are the same is not enough by your settings",
          "ProofRules: date of the last change",
          "ProofRules: entity tag",
          "Quarantine: the attribute could not be set",
          "Repair: ; it is",
          "Repair: ; they are",
          "Repair: {0}{1} fetched again{2}",
          "RetryPolicy: ; after {0}{1} without a byte that is the end",
          "Verdict: ; it tells of damage, but not of a file that was made to have the same",
          "Verdict: The file's {0} is right{1}",
          "WebMarks: [ZoneTransfer]\r\nZoneId=3\r\n{0}HostUrl={1}\r\n");

  private Exempt() {}
}
