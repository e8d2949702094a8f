package org.sluice.app.preferences;

import java.nio.file.Path;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.FileWish;

/// What a new download is like where nobody says otherwise for it.
public record Usual(FileWish file, FetchWish fetch) {
  /// As long as the user has set nothing.
  public static final Usual INITIAL = of(Preferences.INITIAL);

  public static Usual of(Preferences now) {
    FileWish file =
        FileWish.into(Path.of(now.get(AllSettings.FOLDER)))
            .ifExists(now.get(AllSettings.NAME_TAKEN))
            .preallocation(now.get(AllSettings.PREALLOCATION))
            .serverTime(now.get(AllSettings.SERVER_TIME))
            .webMark(now.get(AllSettings.WEB_MARK));
    return new Usual(file, FetchWish.DEFAULT.maxSegments(now.get(AllSettings.SEGMENTS)));
  }
}
