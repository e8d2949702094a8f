package org.sluice.engine.queue;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The hours of the week in which a queue is open.
///
/// **Threads**: immutable. **Limits**: [#MOST_SPANS], [#MOST_CHARS].
///
/// @param spans they may overlap; none for always open, or for never
/// @param never whether it is open at no time at all
public record Schedule(List<WeekSpan> spans, boolean never) {
  /// As many as a week has hours: more than anybody writes by hand.
  public static final int MOST_SPANS = 168;

  /// Of a text to be read.
  public static final int MOST_CHARS = 4_096;

  /// Open at any time.
  public static final Schedule ALWAYS = new Schedule(List.of());

  /// Open at no time.
  public static final Schedule NEVER = new Schedule(List.of(), true);

  private static final String NEVER_TEXT = "never";

  public Schedule {
    spans = List.copyOf(spans);
    if (never && !spans.isEmpty()) {
      throw new IllegalArgumentException("a schedule that is never open has no hours");
    }
    if (spans.size() > MOST_SPANS) {
      throw new IllegalArgumentException(
          "a schedule has at most " + MOST_SPANS + " hours, not " + spans.size());
    }
  }

  /// Open in these hours; always if there are none.
  public Schedule(List<WeekSpan> spans) {
    this(spans, false);
  }

  public boolean isAlways() {
    return spans.isEmpty() && !never;
  }

  public boolean isOpen(ZonedDateTime at) {
    return isAlways() || spans.stream().anyMatch(span -> span.contains(at));
  }

  /// When [#isOpen] changes next after `at`; null if it never does.
  public @Nullable ZonedDateTime nextChange(ZonedDateTime at) {
    boolean now = isOpen(at);
    for (ZonedDateTime moment : WeekSpan.boundaries(spans, at)) {
      if (isOpen(moment) != now) {
        return moment;
      }
    }
    return null;
  }

  /// As [#parse] reads it; empty for always.
  public String text() {
    return never
        ? NEVER_TEXT
        : spans.stream().map(WeekText::write).collect(Collectors.joining("; "));
  }

  /// Reads hours like `Mon-Fri 22:00-06:00; Sat,Sun 00:00-24:00`; without days they are every
  /// day's. `never` is no hour at all.
  ///
  /// @throws IllegalArgumentException with a sentence that says what was not understood
  public static Schedule parse(String text) {
    if (text.strip().equalsIgnoreCase(NEVER_TEXT)) {
      return NEVER;
    }
    List<WeekSpan> spans = new ArrayList<>();
    for (String part : parts(text)) {
      spans.add(WeekText.read(part));
    }
    return new Schedule(spans);
  }

  static List<String> parts(String text) {
    if (text.length() > MOST_CHARS) {
      throw new IllegalArgumentException(
          "hours are written in at most " + MOST_CHARS + " characters, not " + text.length());
    }
    List<String> parts = new ArrayList<>();
    for (String part : text.split(";", -1)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }
}
