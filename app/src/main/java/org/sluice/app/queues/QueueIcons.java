package org.sluice.app.queues;

import java.util.Locale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.queue.QueueRules;

/// A picture for each queue, the same wherever it is named.
///
/// **Threads**: pure functions.
public final class QueueIcons {
  private static final String LAB = "lab";

  private QueueIcons() {}

  /// A tray for the one that is always there, a moon for one that has hours, a flask for one that is
  /// named after the lab.
  public static Ikon of(QueueRules rules) {
    if (rules.name().equals(DownloadRequest.MAIN_QUEUE)) {
      return MaterialDesignT.TRAY_ARROW_DOWN;
    }
    if (!rules.schedule().isAlways()) {
      return MaterialDesignW.WEATHER_NIGHT;
    }
    return rules.name().toLowerCase(Locale.ROOT).equals(LAB)
        ? MaterialDesignF.FLASK_OUTLINE
        : MaterialDesignP.PLAYLIST_PLAY;
  }
}
