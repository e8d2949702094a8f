package org.sluice.engine.journal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.Headers;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.Proof;
import org.sluice.engine.item.Source;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.item.StoredItem;
import org.sluice.engine.item.StoredItem.Identity;
import org.sluice.engine.item.StoredItem.Progress;
import org.sluice.engine.item.Validators;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

/// Downloads made of a seed, plain ones and such as hardly anybody has.
final class Samples {
  private static final String[] ODD = {
    "", "\\", "\\-", "\t", "\n", "a\r\nb", "\0", "\ud83d\ude00", "\ud83d", "\ude00x", "ü€漢", "'; --"
  };

  private final Random random;

  Samples(long seed) {
    random = new Random(seed);
  }

  StoredItem item(ItemId id) {
    return new StoredItem(
        id,
        request(),
        Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)),
        random.nextLong(),
        orNull(this::identity),
        spans(random.nextInt(12)),
        progress());
  }

  /// As a browser would hand it over: a long address, a name, a validator, a few spans.
  StoredItem usual(ItemId id) {
    Path folder = Path.of("/home/somebody/Downloads").toAbsolutePath();
    String name = "archive-" + id + ".tar.gz";
    String url =
        "https://downloads.example.org/mirror/" + name + "?token=" + hex(32) + "&expires=17000000";
    return new StoredItem(
        id,
        DownloadRequest.of(url, FileWish.into(folder).named(name))
            .fetch(FetchWish.DEFAULT.headers(Headers.of("Referer", "https://example.org/page"))),
        Instant.ofEpochSecond(1_700_000_000 + id.value()),
        id.value(),
        new Identity(
            folder.resolve(name),
            folder.resolve(name + ".part"),
            "(dev=801,ino=" + id + ")",
            new Validators(
                1L << 30,
                "\"" + hex(16) + "\"",
                "Tue, 01 Oct 2024 07:00:00 GMT",
                "Wed, 02 Oct 2024 07:00:00 GMT",
                "application/gzip"),
            url,
            Proof.NOT_NEEDED),
        spans(8),
        new Progress(ItemState.RUNNING, StateReason.NONE, "", null, null, 123_456_789, 0));
  }

  DownloadRequest request() {
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      sources.add(new Source(text(), 1 + random.nextInt(Source.LAST), orNull(this::text)));
    }
    List<Headers.Field> headers = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      headers.add(new Headers.Field("X-" + hex(3), "v\t" + hex(random.nextInt(40)) + "\\\u00ff"));
    }
    List<Checksum> checksums = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      Checksum.Algorithm algorithm = pick(Checksum.Algorithm.values());
      checksums.add(new Checksum(algorithm, hex(algorithm.bytes())));
    }
    return new DownloadRequest(
        sources,
        new FileWish(
            path(),
            orNull(this::text),
            pick(FileWish.IfExists.values()),
            pick(FileWish.Preallocation.values()),
            random.nextBoolean(),
            random.nextBoolean()),
        new FetchWish(
            new Headers(headers),
            orNull(this::text),
            orNull(this::text),
            orNull(this::path),
            1 + random.nextInt(FetchWish.MOST_SEGMENTS),
            random.nextBoolean(),
            random.nextLong() & Long.MAX_VALUE),
        checksums,
        "queue " + text(),
        random.nextInt(),
        random.nextBoolean());
  }

  Identity identity() {
    return new Identity(
        path(),
        path(),
        orNull(this::text),
        new Validators(
            random.nextInt(4) - 1,
            orNull(this::text),
            orNull(this::text),
            orNull(this::text),
            orNull(this::text)),
        text(),
        new Proof(pick(Proof.Level.values()), text()));
  }

  Progress progress() {
    return new Progress(
        pick(ItemState.values()),
        pick(StateReason.values()),
        text(),
        orNull(() -> Instant.ofEpochMilli(random.nextLong() >> 12)),
        orNull(() -> Instant.ofEpochSecond(random.nextInt())),
        random.nextLong() & Long.MAX_VALUE,
        random.nextInt(100));
  }

  Spans spans(int count) {
    List<Span> spans = new ArrayList<>();
    long at = 0;
    for (int i = 0; i < count; i++) {
      long from = at + random.nextLong(random.nextBoolean() ? 10 : 1L << 40);
      long to = from + 1 + random.nextLong(random.nextBoolean() ? 10 : 1L << 40);
      spans.add(new Span(from, to));
      at = to + 1;
    }
    return new Spans(spans);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(random.nextBoolean() ? hex(random.nextInt(60)) : pick(ODD));
    }
    return text.toString();
  }

  private Path path() {
    return Path.of("/" + hex(4) + " ü/" + hex(8)).toAbsolutePath();
  }

  private String hex(int bytes) {
    byte[] content = new byte[bytes];
    random.nextBytes(content);
    return HexFormat.of().formatHex(content);
  }

  <T> T pick(T[] all) {
    return all[random.nextInt(all.length)];
  }

  private <T> @Nullable T orNull(Supplier<T> supplier) {
    return random.nextInt(3) == 0 ? null : supplier.get();
  }
}
