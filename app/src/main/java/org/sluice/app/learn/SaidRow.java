package org.sluice.app.learn;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.multi.Poll;

/// One arrow of the sequence diagram.
///
/// @param words as code, or a few plain ones
/// @param answer whether it goes against the calls: a callback, a signal
/// @param poll the poll state that a callback brings
/// @param work whether the multi handle is at work meanwhile
record SaidRow(Lane from, Lane to, String words, boolean answer, @Nullable Poll poll, Work work) {
  /// What the multi handle does meanwhile.
  enum Work {
    NONE,
    /// The call begins.
    BEGINS,
    /// The call has begun before.
    GOES_ON
  }

  static SaidRow call(String words, Work work) {
    return new SaidRow(Lane.APPLICATION, Lane.MULTI, words, false, null, work);
  }

  static SaidRow callback(String words, @Nullable Poll poll, Work work) {
    return new SaidRow(Lane.MULTI, Lane.APPLICATION, words, true, poll, work);
  }

  static SaidRow ofSockets(String words, Work work) {
    return new SaidRow(Lane.MULTI, Lane.SOCKETS, words, false, null, work);
  }

  static SaidRow signal(String words) {
    return new SaidRow(Lane.SOCKETS, Lane.APPLICATION, words, true, null, Work.NONE);
  }

  /// What the application does with nobody's help.
  static SaidRow own(String words) {
    return new SaidRow(Lane.APPLICATION, Lane.APPLICATION, words, false, null, Work.NONE);
  }

  /// As it is read out.
  String spoken() {
    return LearnWords.text(from == to ? "row.own" : "row.spoken", from.title(), to.title(), words);
  }
}
