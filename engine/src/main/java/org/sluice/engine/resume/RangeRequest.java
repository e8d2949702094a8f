package org.sluice.engine.resume;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.ByteRange;
import org.sluice.engine.http.EntityTag;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.LastModified;
import org.sluice.engine.item.Validators;
import org.sluice.engine.range.Span;

/// What a request for a part of a file carries.
///
/// Its fields go out as they are, with no range option of the transfer beside them: that option
/// judges the answer by itself, which here [AnswerCheck] does.
///
/// **Source**: RFC 9110, 13.1.5 and 14.2.
///
/// @param from offset of the first byte
/// @param to offset after the last byte; [#TO_END] for all the rest
/// @param ranged whether there is a Range field; without one `from` is 0 and `to` the end
/// @param condition what If-Range asks for
/// @param validator the value of If-Range; null if there is none
/// @param reason why it is asked so
public record RangeRequest(
    long from,
    long to,
    boolean ranged,
    Condition condition,
    @Nullable String validator,
    String reason) {
  public static final long TO_END = -1;

  public RangeRequest {
    if (from < 0 || (to != TO_END && to <= from)) {
      throw new IllegalArgumentException("not a part: " + from + " to " + to);
    }
    if (!ranged && (from != 0 || to != TO_END || condition != Condition.NONE)) {
      throw new IllegalArgumentException("without a range the whole file is asked for");
    }
    if ((condition == Condition.NONE) != (validator == null)) {
      throw new IllegalArgumentException("If-Range has a validator, and only If-Range");
    }
  }

  /// The first request of a fresh download. It asks for all bytes as a range, so that a 206 shows
  /// that ranges work, and its body is the first segment.
  public static RangeRequest first() {
    return new RangeRequest(
        0,
        TO_END,
        true,
        Condition.NONE,
        null,
        "The whole file, asked for as a range to see whether ranges work");
  }

  /// The whole file without a Range field.
  public static RangeRequest whole() {
    return new RangeRequest(
        0, TO_END, false, Condition.NONE, null, "The whole file in one piece, without a range");
  }

  /// The request for a part of a file of which something is known.
  ///
  /// @param to offset after the last byte, or [#TO_END]
  /// @param known what the file was when it was last proven
  /// @param etagWorks false if the host is known to send everything to If-Range though its validator
  ///     holds, or did so in this run: then there is no If-Range, so that it does not happen for ever
  public static RangeRequest of(
      long from, long to, Validators known, Basis basis, boolean etagWorks) {
    if (basis == Basis.FRESH || basis == Basis.OTHER_ADDRESS) {
      return unconditional(
          from, to, "Without If-Range: nothing is known of the file at this address");
    }
    if (!etagWorks) {
      return unconditional(
          from, to, "Without If-Range: this host does not know its own validators");
    }
    Optional<EntityTag> tag = Optional.ofNullable(known.etag()).flatMap(EntityTag::parse);
    if (tag.isPresent() && !tag.get().weak()) {
      return new RangeRequest(
          from,
          to,
          true,
          Condition.ETAG,
          tag.get().fieldValue(),
          "With the strong entity tag, so that only the same file answers with a part");
    }
    if (known.etag() != null) { // RFC 9110, 13.1.5: a date only if there is no tag
      return unconditional(from, to, "Without If-Range: the entity tag is weak");
    }
    String modified = known.lastModified();
    if (modified != null && LastModified.isStrong(modified, known.date())) {
      return new RangeRequest(
          from,
          to,
          true,
          Condition.DATE,
          modified,
          "With the date of the last change, which is old enough to be sure");
    }
    return unconditional(from, to, "Without If-Range: the server gave nothing to be sure by");
  }

  /// The request for a part, whatever file it is of.
  public static RangeRequest unconditional(long from, long to, String reason) {
    return new RangeRequest(from, to, true, Condition.NONE, null, reason);
  }

  /// The request for a window that is to be compared.
  public static RangeRequest sample(Span window) {
    return unconditional(
        window.from(), window.to(), "A sample to compare with what is on the disk");
  }

  /// Whether a right 206 proves by itself that the file is the same.
  public boolean proves() {
    return condition != Condition.NONE;
  }

  /// The Range field's value; null for none.
  public @Nullable ByteRange range() {
    return ranged ? new ByteRange(from, to == TO_END ? ByteRange.TO_END : to - 1) : null;
  }

  /// The fields to send besides the engine's own and the user's.
  public Headers fields() {
    List<Headers.Field> fields = new ArrayList<>();
    fields.add(new Headers.Field("Accept-Encoding", "identity"));
    ByteRange range = range();
    if (range != null) {
      fields.add(new Headers.Field("Range", range.fieldValue()));
    }
    if (validator != null) {
      fields.add(new Headers.Field("If-Range", validator));
    }
    return new Headers(fields);
  }
}
