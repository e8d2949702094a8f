package org.sluice.app.preferences;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.sluice.app.language.LanguageChoice;
import org.sluice.app.preferences.SettingKind.Categories;
import org.sluice.app.preferences.SettingKind.Choice;
import org.sluice.app.preferences.SettingKind.Flag;
import org.sluice.app.preferences.SettingKind.Place;
import org.sluice.app.preferences.SettingKind.Text;
import org.sluice.app.preferences.SettingKind.Time;
import org.sluice.app.preferences.SettingKind.Trusted;
import org.sluice.app.preferences.SettingKind.Whole;
import org.sluice.engine.download.DownloadsOptions.Limits;
import org.sluice.engine.download.DownloadsOptions.Network;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.FileWish.IfExists;
import org.sluice.engine.item.FileWish.Preallocation;
import org.sluice.engine.queue.QueueRules;
import org.sluice.engine.request.NoProxy;
import org.sluice.engine.request.ProxyServer;
import org.sluice.engine.request.TrustedCertificate;

/// Every setting that there is.
public final class AllSettings {
  /// Where downloads go.
  public static final Setting<String> FOLDER =
      new Setting<>(
          Section.GENERAL,
          "folder",
          new Place(true),
          Path.of(System.getProperty("user.home"), "Downloads").toAbsolutePath().toString());

  /// What is done about a file of the same name.
  public static final Setting<IfExists> NAME_TAKEN =
      new Setting<>(Section.GENERAL, "name-taken", new Choice<>(IfExists.class), IfExists.NUMBER);

  public static final Setting<Boolean> SERVER_TIME =
      new Setting<>(Section.GENERAL, "server-time", new Flag(), false);

  public static final Setting<Boolean> WEB_MARK =
      new Setting<>(Section.GENERAL, "web-mark", new Flag(), true);

  public static final Setting<Preallocation> PREALLOCATION =
      new Setting<>(
          Section.GENERAL,
          "preallocation",
          new Choice<>(Preallocation.class),
          Preallocation.SPARSE);

  /// Whether the desktop says what happens while the user looks elsewhere.
  public static final Setting<Boolean> NOTIFICATIONS =
      new Setting<>(Section.GENERAL, "notifications", new Flag(), true);

  /// Whether the computer stays awake while something is transferred.
  public static final Setting<Boolean> KEEP_AWAKE =
      new Setting<>(Section.GENERAL, "keep-awake", new Flag(), true);

  /// Whether there is an icon in the tray, on desktops that have one.
  public static final Setting<Boolean> TRAY =
      new Setting<>(Section.GENERAL, "tray", new Flag(), true);

  /// What closing the window means while downloads run.
  public enum WhenClosed {
    ASK,
    BACKGROUND,
    END
  }

  public static final Setting<WhenClosed> WHEN_CLOSED =
      new Setting<>(Section.GENERAL, "when-closed", new Choice<>(WhenClosed.class), WhenClosed.ASK);

  /// Which files go where.
  public static final Setting<CategoryRules> CATEGORIES =
      new Setting<>(Section.CATEGORIES, "rules", new Categories(), CategoryRules.INITIAL);

  /// Of all queues; 0 for no limit.
  public static final Setting<Integer> AT_ONCE =
      new Setting<>(
          Section.CONNECTIONS, "downloads-at-once", new Whole(0, QueueRules.MOST_AT_ONCE), 5);

  public static final Setting<Integer> SEGMENTS =
      new Setting<>(
          Section.CONNECTIONS,
          "segments",
          new Whole(1, FetchWish.MOST_SEGMENTS),
          FetchWish.DEFAULT_SEGMENTS);

  /// Of all downloads to one host.
  public static final Setting<Integer> HOST_CONNECTIONS =
      new Setting<>(
          Section.CONNECTIONS,
          "host-connections",
          new Whole(1, QueueRules.MOST_AT_ONCE),
          Limits.DEFAULT_HOST_CONNECTIONS);

  public static final Setting<Duration> CONNECT_TIMEOUT =
      new Setting<>(
          Section.CONNECTIONS,
          "connect-timeout",
          new Time(Duration.ofSeconds(1), Duration.ofMinutes(10), seconds(5, 10, 30, 60, 120)),
          Duration.ofSeconds(30));

  /// Since the last byte came.
  public static final Setting<Integer> TRIES =
      new Setting<>(Section.CONNECTIONS, "tries", new Whole(0, 1_000), Network.DEFAULT.tries());

  /// How long nothing may come.
  public static final Setting<Duration> SILENCE =
      new Setting<>(
          Section.CONNECTIONS,
          "silence",
          new Time(Duration.ofSeconds(5), Duration.ofHours(1), seconds(10, 30, 60, 120, 300)),
          Duration.ofSeconds(30));

  /// Where the proxy comes from. [#SYSTEM]: the desktop's settings, and where these have none, the
  /// variables of the environment; nothing on this machine goes through one.
  public enum ProxyMode {
    NONE,
    SYSTEM,
    ENVIRONMENT,
    MANUAL
  }

  public static final Setting<ProxyMode> PROXY =
      new Setting<>(Section.PROXY, "mode", new Choice<>(ProxyMode.class), ProxyMode.SYSTEM);

  /// As `curl -x` takes it; only with [ProxyMode#MANUAL].
  public static final Setting<String> PROXY_ADDRESS =
      new Setting<>(Section.PROXY, "address", new Text(AllSettings::proxy), "");

  /// Hosts that are spoken to directly.
  public static final Setting<String> NO_PROXY =
      new Setting<>(
          Section.PROXY,
          "no-proxy",
          new Text(text -> String.join(", ", NoProxy.parse(text).patterns())),
          "");

  /// A PEM file with the authorities to trust; empty for those of the system.
  public static final Setting<String> CA_FILE =
      new Setting<>(Section.SECURITY, "ca-file", new Place(false), "");

  /// Certificates that the user accepted although something is wrong with them.
  public static final Setting<List<TrustedCertificate>> TRUSTED =
      new Setting<>(Section.SECURITY, "accepted", new Trusted(), List.of());

  /// Holds from the next start.
  public static final Setting<LanguageChoice> LANGUAGE =
      new Setting<>(
          Section.APPEARANCE,
          "language",
          new Choice<>(LanguageChoice.class),
          LanguageChoice.SYSTEM);

  /// What the window looks like.
  public enum ThemeChoice {
    SYSTEM,
    LIGHT,
    DARK
  }

  public static final Setting<ThemeChoice> THEME =
      new Setting<>(
          Section.APPEARANCE, "theme", new Choice<>(ThemeChoice.class), ThemeChoice.SYSTEM);

  /// In percent.
  public static final Setting<Integer> TEXT_SIZE =
      new Setting<>(Section.APPEARANCE, "text-size", new Whole(80, 200), 100);

  /// How high the rows of the list are.
  public enum Density {
    COMPACT,
    NORMAL,
    ROOMY
  }

  public static final Setting<Density> DENSITY =
      new Setting<>(Section.APPEARANCE, "density", new Choice<>(Density.class), Density.NORMAL);

  /// The colour of what moves or is selected.
  public enum AccentChoice {
    SYSTEM,
    BLUE,
    TEAL,
    VIOLET,
    PINK,
    GREY
  }

  public static final Setting<AccentChoice> ACCENT =
      new Setting<>(
          Section.APPEARANCE, "accent", new Choice<>(AccentChoice.class), AccentChoice.SYSTEM);

  /// In which colours poll states are shown; their letters and shapes stay.
  public enum PollColours {
    STANDARD,
    STRONG,
    GREY
  }

  public static final Setting<PollColours> POLL_COLOURS =
      new Setting<>(
          Section.APPEARANCE,
          "poll-colours",
          new Choice<>(PollColours.class),
          PollColours.STANDARD);

  /// "receive" in place of IN, in the list of downloads.
  public static final Setting<Boolean> POLL_WORDS =
      new Setting<>(Section.APPEARANCE, "poll-words", new Flag(), false);

  /// Whether things may move that need not.
  public enum Motion {
    SYSTEM,
    FULL,
    REDUCED
  }

  public static final Setting<Motion> MOTION =
      new Setting<>(Section.APPEARANCE, "motion", new Choice<>(Motion.class), Motion.SYSTEM);

  public static final Setting<Integer> UPDATES_PER_SECOND =
      new Setting<>(Section.APPEARANCE, "updates-per-second", new Whole(2, 30), 10);

  /// In the order of the pages.
  public static final List<Setting<?>> ALL =
      List.of(
          FOLDER,
          NAME_TAKEN,
          PREALLOCATION,
          SERVER_TIME,
          WEB_MARK,
          NOTIFICATIONS,
          KEEP_AWAKE,
          TRAY,
          WHEN_CLOSED,
          CATEGORIES,
          AT_ONCE,
          SEGMENTS,
          HOST_CONNECTIONS,
          CONNECT_TIMEOUT,
          TRIES,
          SILENCE,
          PROXY,
          PROXY_ADDRESS,
          NO_PROXY,
          CA_FILE,
          TRUSTED,
          THEME,
          ACCENT,
          DENSITY,
          TEXT_SIZE,
          LANGUAGE,
          POLL_COLOURS,
          POLL_WORDS,
          MOTION,
          UPDATES_PER_SECOND);

  private AllSettings() {}

  private static List<Duration> seconds(long... values) {
    return Arrays.stream(values).mapToObj(Duration::ofSeconds).toList();
  }

  private static String proxy(String text) {
    if (text.isBlank()) {
      return "";
    }
    try {
      ProxyServer.parse(text.strip());
      return text.strip();
    } catch (TransferException e) {
      throw new IllegalArgumentException(e.sentence(), e);
    }
  }

  /// Those of one page.
  public static Stream<Setting<?>> of(Section section) {
    return ALL.stream().filter(setting -> setting.section() == section);
  }
}
