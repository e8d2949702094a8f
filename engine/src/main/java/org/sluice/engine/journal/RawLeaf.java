package org.sluice.engine.journal;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Finds rows of the journal in a page of a table, read without SQLite.
///
/// What a page says of itself is not believed: any page may be a leaf, and its array of cells may be
/// longer than its count says. Rows prove themselves by their checksums.
///
/// **Source**: sqlite.org/fileformat2.html, 1.6 "B-tree Pages", 1.7 "Cell Payload Overflow Pages".
final class RawLeaf {
  private static final int HEADER_BYTES = 8;
  private static final int PAGE = Database.PAGE_BYTES;

  /// The most and the least of a payload that stay in the leaf when the rest overflows.
  private static final int MOST_LOCAL = PAGE - 35;

  private static final int LEAST_LOCAL = (PAGE - 12) * 32 / 255 - 23;

  private static final int MOST_PAYLOAD = Row.MOST_BYTES * 4;

  private RawLeaf() {}

  static void rows(byte[] page, PageImages images, Consumer<Row> found) {
    ByteBuffer buffer = ByteBuffer.wrap(page);
    int firstCell = PAGE;
    for (int at = HEADER_BYTES; at + 2 <= firstCell; at += 2) {
      int cell = buffer.getShort(at) & 0xffff;
      if (cell > at && cell < PAGE) {
        Row row = row(buffer, cell, images);
        if (row != null) {
          firstCell = Math.min(firstCell, cell);
          found.accept(row);
        }
      }
    }
  }

  private static @Nullable Row row(ByteBuffer page, int cell, PageImages images) {
    ByteBuffer buffer = page.duplicate().position(cell);
    long length = RawRecord.varint(buffer);
    long id = RawRecord.varint(buffer);
    if (length < 1 || length > MOST_PAYLOAD || id < 1) {
      return null;
    }
    int local = local((int) length);
    if (local > buffer.remaining()) {
      return null;
    }
    byte[] payload = new byte[local];
    buffer.get(payload);
    if (local < length) {
      if (buffer.remaining() < Integer.BYTES) {
        return null;
      }
      payload = overflow(payload, (int) length, buffer.getInt() & 0xffff_ffffL, images);
      if (payload == null) {
        return null;
      }
    }
    try {
      return RawRecord.row(payload, id);
    } catch (BufferUnderflowException e) {
      return null; // a header that ends in the middle of a number
    }
  }

  private static int local(int length) {
    if (length <= MOST_LOCAL) {
      return length;
    }
    int local = LEAST_LOCAL + (length - LEAST_LOCAL) % (PAGE - Integer.BYTES);
    return local <= MOST_LOCAL ? local : LEAST_LOCAL;
  }

  /// Grows with the pages that are there: a length may be nonsense.
  private static byte @Nullable [] overflow(
      byte[] local, int length, long first, PageImages images) {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    payload.writeBytes(local);
    long next = first;
    while (payload.size() < length) {
      byte[] page = next == 0 ? null : images.page(next);
      if (page == null) {
        return null;
      }
      next = ByteBuffer.wrap(page).getInt() & 0xffff_ffffL;
      int part = Math.min(page.length - Integer.BYTES, length - payload.size());
      payload.write(page, Integer.BYTES, part);
    }
    return payload.toByteArray();
  }
}
