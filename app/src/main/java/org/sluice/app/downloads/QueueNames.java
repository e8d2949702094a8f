package org.sluice.app.downloads;

import org.sluice.app.queues.QueuesWords;

/// What queues are called before the user.
final class QueueNames {
  private QueueNames() {}

  /// The one that is always there has a name in every language.
  static String shown(String queue) {
    return QueuesWords.name(queue);
  }

  /// `1st`, `2nd`, `3rd`, `11th`.
  static String ordinal(int number) {
    return DownloadsWords.text("ordinal", number);
  }
}
