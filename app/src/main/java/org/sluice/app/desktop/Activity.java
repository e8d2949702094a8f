package org.sluice.app.desktop;

import org.sluice.app.downloads.StateGroup;
import org.sluice.engine.download.DownloadsSnapshot;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.ItemState;

/// How much the list is doing: what the title, the task bar and the tray say.
///
/// @param running downloads that have connections, or make them
/// @param active the same and those that go on by themselves, as the side bar counts them
/// @param endless of those that run, those whose length the server does not say: such an answer cannot be
///   continued
/// @param percent of all their bytes; -1 if one of them has no known length, or none runs
public record Activity(int running, int active, int endless, int percent) {
  public static final Activity NONE = new Activity(0, 0, 0, -1);

  public static Activity of(DownloadsSnapshot list) {
    int running = 0;
    int active = 0;
    int endless = 0;
    long received = 0;
    long length = 0;
    for (ItemView item : list.items()) {
      active += StateGroup.of(item) == StateGroup.ACTIVE ? 1 : 0;
      if (item.state() != ItemState.RUNNING) {
        continue;
      }
      running++;
      received += item.amount().received();
      length += Math.max(0, item.amount().length());
      endless += item.amount().length() < 0 ? 1 : 0;
    }
    int percent = endless > 0 || length == 0 ? -1 : (int) (100.0 * received / length);
    return new Activity(running, active, endless, Math.min(100, percent));
  }
}
