package org.sluice.engine.journal;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.Proof;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.item.StoredItem;
import org.sluice.engine.item.StoredItem.Identity;
import org.sluice.engine.item.StoredItem.Progress;
import org.sluice.engine.item.Validators;
import org.sluice.engine.range.Spans;

/// An item as a row of its table, and back.
final class ItemRows {
  private static final ItemColumn[] IDENTITY = {
    ItemColumn.TARGET,
    ItemColumn.PART,
    ItemColumn.PART_KEY,
    ItemColumn.LENGTH,
    ItemColumn.ETAG,
    ItemColumn.LAST_MODIFIED,
    ItemColumn.DATE,
    ItemColumn.CONTENT_TYPE,
    ItemColumn.ADDRESS,
    ItemColumn.PROOF_LEVEL,
    ItemColumn.PROOF_REASON
  };

  private ItemRows() {}

  static Row row(StoredItem item) {
    Cells cells = new Cells();
    cells.number(ItemColumn.PLACE, item.place());
    cells.flag(ItemColumn.VERIFY_FIRST, false);
    cells.instant(ItemColumn.ADDED, item.added());
    RequestCells.put(cells, item.request());
    put(cells, item.identity());
    put(cells, item.committed());
    put(cells, item.progress());
    return new Row(Table.ITEM, item.id().value(), 0, cells.values());
  }

  /// @throws IllegalArgumentException if the row is whole but means nothing here, with a sentence that
  ///     has no secret in it
  static StoredItem item(Row row) {
    Cells cells = new Cells(row);
    try {
      return new StoredItem(
          new ItemId(row.id()),
          RequestCells.request(cells),
          Objects.requireNonNullElse(cells.instant(ItemColumn.ADDED), Instant.EPOCH),
          cells.number(ItemColumn.PLACE),
          identity(cells),
          SpansBlob.decode(cells.blob(ItemColumn.COMMITTED)),
          progress(cells));
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "Download "
              + row.id()
              + " is whole in the journal but cannot be used on this system ("
              + e.getClass().getSimpleName()
              + "); it stays there.",
          e);
    }
  }

  static boolean verifyFirst(Row row) {
    return row.number(ItemColumn.VERIFY_FIRST.ordinal()) != 0;
  }

  static void put(Cells cells, Spans committed) {
    cells.blob(ItemColumn.COMMITTED, SpansBlob.encode(committed));
  }

  static void put(Cells cells, Progress progress) {
    cells.choice(ItemColumn.STATE, progress.state());
    cells.choice(ItemColumn.REASON, progress.reason());
    cells.text(ItemColumn.SENTENCE, progress.sentence());
    cells.instant(ItemColumn.WAIT_UNTIL, progress.until());
    cells.instant(ItemColumn.FINISHED, progress.finished());
    cells.number(ItemColumn.FETCHED_BYTES, progress.fetchedBytes());
    cells.number(ItemColumn.RETRIES, progress.retries());
  }

  private static Progress progress(Cells cells) {
    return new Progress(
        cells.choice(ItemColumn.STATE, ItemState.class),
        cells.choice(ItemColumn.REASON, StateReason.class),
        cells.text(ItemColumn.SENTENCE),
        cells.instant(ItemColumn.WAIT_UNTIL),
        cells.instant(ItemColumn.FINISHED),
        cells.number(ItemColumn.FETCHED_BYTES),
        Math.toIntExact(cells.number(ItemColumn.RETRIES)));
  }

  static void put(Cells cells, @Nullable Identity identity) {
    if (identity == null) {
      for (ItemColumn column : IDENTITY) {
        cells.clear(column);
      }
      return;
    }
    cells.text(ItemColumn.TARGET, identity.target().toString());
    cells.text(ItemColumn.PART, identity.part().toString());
    cells.text(ItemColumn.PART_KEY, identity.partKey());
    Validators validators = identity.validators();
    cells.number(ItemColumn.LENGTH, validators.length());
    cells.text(ItemColumn.ETAG, validators.etag());
    cells.text(ItemColumn.LAST_MODIFIED, validators.lastModified());
    cells.text(ItemColumn.DATE, validators.date());
    cells.text(ItemColumn.CONTENT_TYPE, validators.contentType());
    cells.text(ItemColumn.ADDRESS, identity.address());
    cells.choice(ItemColumn.PROOF_LEVEL, identity.proof().level());
    cells.text(ItemColumn.PROOF_REASON, identity.proof().reason());
  }

  private static @Nullable Identity identity(Cells cells) {
    if (!cells.has(ItemColumn.TARGET)) {
      return null;
    }
    return new Identity(
        Path.of(cells.text(ItemColumn.TARGET)),
        Path.of(cells.text(ItemColumn.PART)),
        cells.textOrNull(ItemColumn.PART_KEY),
        new Validators(
            cells.number(ItemColumn.LENGTH),
            cells.textOrNull(ItemColumn.ETAG),
            cells.textOrNull(ItemColumn.LAST_MODIFIED),
            cells.textOrNull(ItemColumn.DATE),
            cells.textOrNull(ItemColumn.CONTENT_TYPE)),
        cells.text(ItemColumn.ADDRESS),
        new Proof(
            cells.choice(ItemColumn.PROOF_LEVEL, Proof.Level.class),
            cells.text(ItemColumn.PROOF_REASON)));
  }
}
