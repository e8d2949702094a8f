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
    int last = number % 10;
    boolean teen = number / 10 % 10 == 1;
    String key = teen || last == 0 || last > 3 ? "ordinal.th" : "ordinal." + last;
    return DownloadsWords.text(key, Integer.toString(number));
  }
}
