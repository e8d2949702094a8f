package org.sluice.app.pictures;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.control.TableView;
import org.sluice.app.downloads.DownloadRow;
import org.sluice.app.preferences.AllSettings;
import org.sluice.engine.download.Downloads;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.Checksum.Algorithm;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.lab.LabBytes;
import org.sluice.engine.lab.LabOrigin;
import org.sluice.engine.queue.QueueRules;
import org.sluice.engine.queue.Schedule;

/// The downloads that there are to see: one in every state, from the lab.
///
/// **Threads**: that of the [Director].
final class Scenery {
  /// The one that is looked at most.
  static final String MAIN = "debian-13.2.0-amd64-DVD-1.iso";

  static final String QUEUED = "debian-13.2.0-arm64-netinst.iso";
  static final String PROBING = "nightly-build-20261122.tar.zst";
  static final String LIMITED = "basemap-tiles-2026-11.mbtiles";
  static final String WAITING = "weather-archive-2026.csv.gz";
  static final String PAUSED = "conference-keynote-2160p.webm";
  static final String DONE = "gcc-14.3.0-doc-html.zip";
  static final String DONE_PATH = "/files/" + DONE + "?size=36m";
  static final String VERIFIED = "ca-bundle-2026-11-04.pem";
  static final String EXPIRED = "backports-snapshot-20261119.tar.zst";
  static final String CUT = "field-recordings.flac";

  private static final String TABLE = "sensor-readings-2026.parquet";
  private static final String FIRMWARE = "firmware-nonfree_20250917.orig.tar.xz";
  private static final String LINUX = "linux-source-6.12_6.12.57-1_all.deb";
  private static final List<String> MANY = List.of(LIMITED, TABLE, FIRMWARE, LINUX);

  private static final String LAB = "Lab";
  private static final String NEXT = "manual-pages-6.9.1.tar.xz";
  private static final int FIRST = 12;
  private static final int LAST = 80;

  /// From here on it begins anew: it must not be past [#LAST] before it is looked at.
  private static final int AGAIN = 60;

  private final Studio studio;
  private final Director director;
  private boolean filled;
  private String failure = "";

  Scenery(Studio studio, Director director) {
    this.studio = studio;
    this.director = director;
  }

  private Downloads list() {
    return studio.engine().list();
  }

  /// Fills the list at first; later it only lets the main one begin anew before it is complete.
  void fill() throws NotReached, InterruptedException {
    if (!failure.isEmpty()) {
      throw new NotReached(failure); // it will not come by waiting once more
    }
    try {
      fillOrGoOn();
    } catch (NotReached e) {
      failure = String.valueOf(e.getMessage());
      throw e;
    }
  }

  private void fillOrGoOn() throws NotReached, InterruptedException {
    director.show("downloads");
    if (!filled) {
      filled = true;
      begin();
    } else if (percent(MAIN) >= AGAIN) {
      again();
    }
    until(MAIN, "is on its way", item -> item.state() == ItemState.RUNNING && isSeen(item));
    select(MAIN);
    director.press("#tab-segments");
  }

  /// Those behind it would take its place while it begins anew.
  private void again() throws NotReached, InterruptedException {
    List<DownloadRow> behind = List.of(row(QUEUED), row(NEXT));
    behind.forEach(row -> list().pause(row.id()).join());
    list().restart(row(MAIN).id()).join();
    until(MAIN, "works again", item -> item.state() == ItemState.RUNNING && percent(MAIN) < LAST);
    behind.forEach(row -> list().resume(row.id()).join());
  }

  private static boolean isSeen(ItemView item) {
    return item.amount().received() * 100 >= item.amount().length() * FIRST
        && item.amount().received() * 100 < item.amount().length() * LAST
        && item.amount().length() > 0;
  }

  private void begin() throws NotReached, InterruptedException {
    list().putQueue(QueueRules.named(DownloadRequest.MAIN_QUEUE).concurrency(5)).join();
    list().putQueue(QueueRules.named("Overnight").schedule(Schedule.parse("22:00-06:00"))).join();
    list().putQueue(QueueRules.named(LAB).concurrency(8)).join();
    add(request(DONE_PATH, DONE, 1));
    add(request("/1m", VERIFIED, 1).checksums(List.of(checksum(Algorithm.SHA_256, 1 << 20))));
    add(request("/throttled?size=9m&rate=300k", "kernel-handbook.pdf", 1));
    add(request("/throttled?size=30m&rate=400k", PAUSED, 4));
    pauseAt("kernel-handbook.pdf", 20);
    pauseAt(PAUSED, 30);
    add(request(LabOrigin.HTTPS_EXPIRED, "/small", EXPIRED, 1));
    add(request("/close-mid", CUT, 1));
    until(CUT, "has failed", item -> item.state() == ItemState.FAILED);
    director.act(() -> studio.preferences().set(AllSettings.TRIES, 1));
    add(request(LabOrigin.HTTP_OTHER, "/busy?fails=9&retry=7200", WAITING, 1).queue(LAB));
    add(request(LabOrigin.SILENT, "/small", PROBING, 1).queue(LAB));
    until(WAITING, "waits", item -> item.state() == ItemState.WAITING);
    add(request("/throttled?size=90m&rate=900k", LIMITED, 1));
    until(LIMITED, "works", item -> item.state() == ItemState.RUNNING);
    list().setLimit(row(LIMITED).id(), 500_000).join();
    add(request("/throttled?size=60m&rate=400k", TABLE, 1));
    add(request("/throttled?size=70m&rate=300k", FIRMWARE, 2));
    add(request("/throttled?size=60m&rate=250k", LINUX, 3));
    add(
        request(LabOrigin.HTTPS, "/throttled?size=200m&rate=300k", MAIN, 6)
            .checksums(List.of(checksum(Algorithm.SHA_256, 200 << 20))));
    until(MAIN, "works", item -> item.state() == ItemState.RUNNING);
    add(request("/throttled?size=90m&rate=700k", QUEUED, 3));
    add(request("/throttled?size=60m&rate=600k", NEXT, 2));
    add(request("/throttled?size=40m&rate=600k", "some-novel.epub", 1).queue("Overnight"));
  }

  /// Lets those that are complete begin anew, all at once: the Monitor has something to show.
  void flow() throws NotReached, InterruptedException {
    fill();
    list().putQueue(QueueRules.named(DownloadRequest.MAIN_QUEUE).concurrency(8)).join();
    for (String name : MANY) {
      if (row(name).item().state() == ItemState.COMPLETE) {
        list().restart(row(name).id()).join();
      }
    }
    for (String name : MANY) {
      until(
          name, "works", item -> item.state() == ItemState.RUNNING && item.amount().received() > 0);
    }
  }

  private void pauseAt(String name, int percent) throws NotReached, InterruptedException {
    director.until(name + " at " + percent + " %", () -> percent(name) >= percent);
    list().pause(row(name).id()).join();
    until(name, "is paused", item -> item.state() == ItemState.PAUSED);
  }

  /// A long check: of a file that came in several parts, most is hashed at the end.
  ///
  /// @return its name
  String check() throws NotReached, InterruptedException {
    String name = "photo-archive-2026.tar";
    find(name).forEach(row -> list().remove(row.id(), true).join());
    director.until("it is gone", () -> find(name).isEmpty());
    list().setLimit(0).join();
    int size = 300 << 20;
    add(
        request("/bytes/" + size, name, 8)
            .queue(LAB)
            .checksums(List.of(checksum(Algorithm.SHA_512, size))));
    director.act(() -> choose(name));
    until(name, "is checked", item -> item.state() == ItemState.VERIFYING);
    list().setLimit(25_000_000).join();
    return name;
  }

  private DownloadRequest request(String path, String name, int segments) {
    return request(LabOrigin.HTTP, path, name, segments);
  }

  DownloadRequest request(LabOrigin origin, String path, String name, int segments) {
    return DownloadRequest.of(
            studio
                .lab()
                .uri(origin, path.replace("/throttled?", "/throttled/" + name + "?"))
                .toString(),
            FileWish.into(studio.downloads())
                .named(name)
                .ifExists(FileWish.IfExists.OVERWRITE)) // one begins anew
        .fetch(FetchWish.DEFAULT.maxSegments(segments));
  }

  /// Adds a download and waits for its row.
  void add(DownloadRequest request) throws NotReached, InterruptedException {
    int before = director.ask(() -> studio.workbench().downloads().all().size());
    list().add(request).join();
    director.until(
        "a row for " + request.file().name(),
        () -> studio.workbench().downloads().all().size() > before);
  }

  private List<DownloadRow> find(String name) {
    return studio.workbench().downloads().all().stream()
        .filter(row -> row.item().name().equals(name))
        .toList();
  }

  DownloadRow row(String name) {
    return director.ask(() -> find(name).getFirst());
  }

  private int percent(String name) {
    return find(name).stream()
        .map(DownloadRow::item)
        .filter(item -> item.amount().length() > 0)
        .mapToInt(item -> (int) (item.amount().received() * 100 / item.amount().length()))
        .findFirst()
        .orElse(0);
  }

  void until(String name, String what, Predicate<ItemView> condition)
      throws NotReached, InterruptedException {
    director.until(
        name + " " + what, () -> find(name).stream().anyMatch(row -> condition.test(row.item())));
  }

  /// Selects rows of the table.
  void select(String... names) throws NotReached, InterruptedException {
    for (String name : names) {
      director.until(
          "the row of " + name,
          () ->
              studio.workbench().downloads().rows().stream()
                  .anyMatch(row -> row.item().name().equals(name)));
    }
    director.act(() -> choose(names));
  }

  private void choose(String... names) {
    TableView<?> table = (TableView<?>) director.scene().lookup("#downloads");
    table.getSelectionModel().clearSelection();
    List<String> wanted = List.of(names);
    for (int i = 0; i < table.getItems().size(); i++) {
      if (table.getItems().get(i) instanceof DownloadRow row
          && wanted.contains(row.item().name())) {
        table.getSelectionModel().select(i);
        table.scrollTo(Math.max(0, i - 4)); // a picture shows what it is of
      }
    }
  }

  /// Of the first bytes of the lab.
  private static Checksum checksum(Algorithm algorithm, int bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm.jdkName());
      byte[] block = new byte[1 << 16];
      for (int at = 0; at < bytes; at += block.length) {
        int length = Math.min(block.length, bytes - at);
        LabBytes.fill(block, 0, length, at);
        digest.update(block, 0, length);
      }
      return new Checksum(algorithm, HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
