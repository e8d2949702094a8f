package org.sluice.app.learn;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.loop.Step;

/// What is said of a step: over its node, in it, and to who cannot see it.
final class StepWords {
  private StepWords() {}

  /// 1 to 9.
  static int number(Step step) {
    return step.ordinal() + 1;
  }

  static String title(Step step) {
    return LearnWords.text("step." + step);
  }

  /// The second line of the node.
  static String detail(Step step, @Nullable Moment now) {
    if (now != null) {
      NowValues values = now.values();
      Acting acting = values.acting();
      switch (step) {
        case ASK_TIMEOUT -> {
          return timeout(values.timeoutMillis());
        }
        case WAIT_FOR_ACTION -> {
          if (now.step() == Step.TELL_ACTION) {
            return happened(Objects.requireNonNull(acting));
          }
        }
        case TELL_ACTION -> {
          if (acting != null) {
            return "(" + acting.arguments() + ")";
          }
        }
        case CREATE_MULTI_HANDLE,
            SET_SOCKET_CALLBACK,
            ADD_EASY_HANDLES,
            START_ONCE,
            SUPERVISE_SOCKETS,
            GO_BACK -> {}
      }
    }
    return LearnWords.text("step." + step + ".detail");
  }

  /// What happened while the application waited.
  private static String happened(Acting acting) {
    if (acting.isSocket()) {
      return LearnWords.text("happened.socket", Long.toString(acting.socket()), acting.readiness());
    }
    return LearnWords.text(acting.fired() ? "happened.timer" : "happened.woken");
  }

  /// A time to wait, as the nodes and the values show it.
  static String timeout(long millis) {
    return millis < 0
        ? LearnWords.text("timeout.none")
        : LearnWords.text("timeout", millis(millis));
  }

  private static String millis(long millis) {
    return Long.toString(millis);
  }

  /// What a node says: `step 8, call socketAction for socket 28, current`.
  static String spoken(Step step, @Nullable Moment now) {
    boolean current = now != null && now.step() == step;
    String what = current ? deed(Objects.requireNonNull(now)) : LearnWords.text("deed." + step);
    String state = current ? "current" : isDone(step, now) ? "done" : "ahead";
    return LearnWords.text(
        "spoken", Integer.toString(number(step)), what, LearnWords.text("spoken." + state));
  }

  /// Whether a step lies behind: of the setting up, or of this turn.
  static boolean isDone(Step step, @Nullable Moment now) {
    if (now == null || step == now.step()) {
      return false;
    }
    if (step == Step.SUPERVISE_SOCKETS) {
      return !now.values().watched().isEmpty();
    }
    if (now.step() == Step.SUPERVISE_SOCKETS) {
      return step.compareTo(now.turn() == 0 ? Step.START_ONCE : Step.TELL_ACTION) <= 0;
    }
    return step.compareTo(now.step()) < 0;
  }

  /// What is done now, in a few words.
  static String deed(Moment now) {
    Acting acting = now.values().acting();
    Watched announced = now.announced();
    if (now.step() == Step.TELL_ACTION && acting != null) {
      return acting.isSocket()
          ? LearnWords.text("deed.TELL_ACTION.socket", Long.toString(acting.socket()))
          : LearnWords.text("deed.TELL_ACTION.time");
    }
    if (announced != null) {
      return LearnWords.text(
          "deed.SUPERVISE_SOCKETS.socket",
          Long.toString(announced.socket()),
          announced.poll().name());
    }
    return LearnWords.text("deed." + now.step());
  }

  /// One or two sentences on what the next step does, and why.
  static String why(Moment now) {
    Acting acting = now.values().acting();
    Watched announced = now.announced();
    if (now.step() == Step.TELL_ACTION && acting != null) {
      if (acting.isSocket()) {
        return LearnWords.text(
            "why.TELL_ACTION." + acting.readiness(), Long.toString(acting.socket()));
      }
      return LearnWords.text(acting.fired() ? "why.TELL_ACTION.timer" : "why.TELL_ACTION.woken");
    }
    if (announced != null) {
      return LearnWords.text(
          "why.SUPERVISE_SOCKETS." + announced.poll(), Long.toString(announced.socket()));
    }
    if (now.step() == Step.WAIT_FOR_ACTION) {
      long millis = now.values().timeoutMillis();
      return millis < 0
          ? LearnWords.text("why.WAIT_FOR_ACTION.ever")
          : millis == 0
              ? LearnWords.text("why.WAIT_FOR_ACTION.look")
              : LearnWords.text("why.WAIT_FOR_ACTION.time", millis(millis));
    }
    return LearnWords.text("why." + now.step());
  }
}
