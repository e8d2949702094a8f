package org.sluice.app.monitor;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Amounts;
import org.sluice.app.fx.Messages;
import org.sluice.app.said.FailureText;
import org.sluice.app.said.Said;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.item.Proof;

/// Where a download stands that does not run, in words: what happened, what was kept, how sure it is,
/// what to do, the code last. What is empty is not to be said.
public record Outcome(
    Tone tone, String title, String what, String kept, String proof, String advice, String code) {
  /// How it looks.
  public enum Tone {
    GOOD,
    NEUTRAL,
    BAD
  }

  public boolean ok() {
    return tone == Tone.GOOD;
  }

  /// @param now for what goes on at a time
  /// @return null for one of which there is nothing to say
  static @Nullable Outcome of(ItemView item, Phase phase, Instant now) {
    return switch (phase) {
      case ACTIVE, LIMITED -> null;
      case QUEUED -> item.why().isEmpty() ? null : queued(item);
      case WAITING -> notDone(Tone.NEUTRAL, "outcome.waiting", item, waiting(item, now));
      case PAUSED ->
          new Outcome(
              Tone.NEUTRAL,
              Messages.text("outcome.byUser"),
              Said.of(item.standing().sentence()),
              kept(item),
              proof(item.proof()),
              "",
              "");
      case STOPPED, FAILED -> notDone(Tone.BAD, "outcome.failed", item, "");
      case DONE ->
          new Outcome(
              Tone.GOOD,
              Messages.text("outcome.done"),
              saved(item),
              "",
              proof(item.proof()),
              "",
              "");
    };
  }

  private static Outcome queued(ItemView item) {
    return new Outcome(
        Tone.NEUTRAL, Messages.text("outcome.queued"), Said.sentences(item.why()), "", "", "", "");
  }

  private static Outcome notDone(Tone tone, String title, ItemView item, String when) {
    FailureText failure = FailureText.of(item);
    return new Outcome(
        tone,
        Messages.text(title, failure.title()),
        when.isEmpty() ? failure.what() : failure.what() + " " + when,
        kept(item),
        proof(item.proof()),
        tone == Tone.BAD ? advice(failure.error(), item) : "",
        failure.code(item));
  }

  private static String advice(@Nullable TransferErrorCode code, ItemView item) {
    String otherwise = Messages.text("failure.advice");
    return code == null
        ? Messages.textOr("reason." + item.standing().reason() + ".advice", otherwise)
            .replace("{id}", item.id().toString())
        : Messages.textOr("failure." + code + ".advice", otherwise);
  }

  private static String waiting(ItemView item, Instant now) {
    Instant until = item.standing().until();
    return until == null ? "" : Messages.text("outcome.again", TransferFaces.left(until, now));
  }

  private static String saved(ItemView item) {
    Path path = item.file().target();
    return Messages.text(
        "outcome.saved",
        Amounts.bytes(item.amount().received()),
        path == null ? item.name() : path.toString());
  }

  private static String kept(ItemView item) {
    Path part = item.file().part();
    if (part == null || item.amount().received() == 0) {
      return Messages.text("outcome.nothing");
    }
    return Messages.text(
        "outcome.kept", Amounts.bytes(item.amount().received()), "" + part.getFileName());
  }

  private static String proof(Proof proof) {
    return proof.level() == Proof.Level.SINGLE_RUN
        ? ""
        : Messages.text("proof." + proof.level(), Said.closed(Said.of(proof.reason())));
  }
}
