package org.sluice.engine.request;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.Headers;

/// Under which conditions a body is wanted; where one is not met, there is none (304, or what is
/// too old), and the transfer is OK.
///
/// @param time null for any age
/// @param ifNoneMatch the If-None-Match field: the tag of what is there already; null for none
/// @param ifRange the If-Range field: the tag or date that a range belongs to; null for none
public record ConditionOptions(
    @Nullable TimeCondition time, @Nullable String ifNoneMatch, @Nullable String ifRange) {
  public static final ConditionOptions NONE = new ConditionOptions(null, null, null);

  public ConditionOptions {
    check(time, ifNoneMatch, ifRange);
  }

  private static void check(
      @Nullable TimeCondition time, @Nullable String ifNoneMatch, @Nullable String ifRange) {
    var _ = fields(time, ifNoneMatch, ifRange);
  }

  public ConditionOptions withTime(@Nullable TimeCondition value) {
    return new ConditionOptions(value, ifNoneMatch, ifRange);
  }

  public ConditionOptions withIfNoneMatch(@Nullable String value) {
    return new ConditionOptions(time, value, ifRange);
  }

  public ConditionOptions withIfRange(@Nullable String value) {
    return new ConditionOptions(time, ifNoneMatch, value);
  }

  /// As they are sent.
  public List<Headers.Field> fields() {
    return fields(time, ifNoneMatch, ifRange);
  }

  private static List<Headers.Field> fields(
      @Nullable TimeCondition time, @Nullable String ifNoneMatch, @Nullable String ifRange) {
    List<Headers.Field> fields = new ArrayList<>(3);
    if (time != null) {
      fields.add(new Headers.Field(time.fieldName(), time.fieldValue()));
    }
    if (ifNoneMatch != null) {
      fields.add(new Headers.Field("If-None-Match", ifNoneMatch));
    }
    if (ifRange != null) {
      fields.add(new Headers.Field("If-Range", ifRange));
    }
    return fields;
  }
}
