package org.sluice.engine.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.Headers;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.item.Source;

/// What the user asked for, in the columns of an item.
final class RequestCells {
  private RequestCells() {}

  static void put(Cells cells, DownloadRequest request) {
    Lines sources = new Lines();
    for (Source source : request.sources()) {
      sources.add(Integer.toString(source.priority()), source.location(), source.url());
    }
    cells.raw(ItemColumn.SOURCES, sources.toString());
    Lines checksums = new Lines();
    for (Checksum checksum : request.checksums()) {
      checksums.add(checksum.algorithm().name(), checksum.hex());
    }
    cells.raw(ItemColumn.CHECKSUMS, checksums.toString());
    cells.text(ItemColumn.QUEUE, request.queue());
    cells.number(ItemColumn.PRIORITY, request.priority());
    cells.flag(ItemColumn.START_PAUSED, request.startPaused());
    put(cells, request.file());
    put(cells, request.fetch());
  }

  private static void put(Cells cells, FileWish file) {
    cells.text(ItemColumn.FOLDER, file.folder().toString());
    cells.text(ItemColumn.NAME, file.name());
    cells.choice(ItemColumn.IF_EXISTS, file.ifExists());
    cells.choice(ItemColumn.PREALLOCATION, file.preallocation());
    cells.flag(ItemColumn.SERVER_TIME, file.serverTime());
    cells.flag(ItemColumn.WEB_MARK, file.webMark());
  }

  private static void put(Cells cells, FetchWish fetch) {
    Lines headers = new Lines();
    for (Headers.Field field : fetch.headers().fields()) {
      headers.add(field.name(), field.value());
    }
    cells.raw(ItemColumn.HEADERS, headers.toString());
    cells.text(ItemColumn.USER, fetch.user());
    cells.text(ItemColumn.PROXY, fetch.proxy());
    Path caFile = fetch.caFile();
    cells.text(ItemColumn.CA_FILE, caFile == null ? null : caFile.toString());
    cells.number(ItemColumn.MAX_SEGMENTS, fetch.maxSegments());
    cells.flag(ItemColumn.IN_ORDER, fetch.inOrder());
    cells.number(ItemColumn.LIMIT_BYTES_PER_SECOND, fetch.limitBytesPerSecond());
  }

  static DownloadRequest request(Cells cells) {
    List<Source> sources = new ArrayList<>();
    for (List<@Nullable String> line : Lines.parse(cells.raw(ItemColumn.SOURCES), 3)) {
      sources.add(new Source(there(line, 2), Integer.parseInt(there(line, 0)), line.get(1)));
    }
    List<Checksum> checksums = new ArrayList<>();
    for (List<@Nullable String> line : Lines.parse(cells.raw(ItemColumn.CHECKSUMS), 2)) {
      checksums.add(new Checksum(Checksum.Algorithm.valueOf(there(line, 0)), there(line, 1)));
    }
    return new DownloadRequest(
        sources,
        file(cells),
        fetch(cells),
        checksums,
        cells.text(ItemColumn.QUEUE),
        Math.toIntExact(cells.number(ItemColumn.PRIORITY)),
        cells.flag(ItemColumn.START_PAUSED));
  }

  private static FileWish file(Cells cells) {
    return new FileWish(
        Path.of(cells.text(ItemColumn.FOLDER)),
        cells.textOrNull(ItemColumn.NAME),
        cells.choice(ItemColumn.IF_EXISTS, FileWish.IfExists.class),
        cells.choice(ItemColumn.PREALLOCATION, FileWish.Preallocation.class),
        cells.flag(ItemColumn.SERVER_TIME),
        cells.flag(ItemColumn.WEB_MARK));
  }

  private static FetchWish fetch(Cells cells) {
    List<Headers.Field> headers = new ArrayList<>();
    for (List<@Nullable String> line : Lines.parse(cells.raw(ItemColumn.HEADERS), 2)) {
      headers.add(new Headers.Field(there(line, 0), there(line, 1)));
    }
    String caFile = cells.textOrNull(ItemColumn.CA_FILE);
    return new FetchWish(
        new Headers(headers),
        cells.textOrNull(ItemColumn.USER),
        cells.textOrNull(ItemColumn.PROXY),
        caFile == null ? null : Path.of(caFile),
        Math.toIntExact(cells.number(ItemColumn.MAX_SEGMENTS)),
        cells.flag(ItemColumn.IN_ORDER),
        cells.number(ItemColumn.LIMIT_BYTES_PER_SECOND));
  }

  private static String there(List<@Nullable String> line, int field) {
    return Objects.requireNonNullElseGet(
        line.get(field),
        () -> {
          throw new IllegalArgumentException("nothing in field " + field);
        });
  }
}
