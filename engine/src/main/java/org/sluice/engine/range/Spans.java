package org.sluice.engine.range;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A set of bytes of a file: spans in order that neither overlap nor touch.
///
/// **Threads**: immutable.
///
/// @param spans ascending, with a gap between any two
public record Spans(List<Span> spans) {
  public static final Spans EMPTY = new Spans(List.of());

  /// @throws IllegalArgumentException if they are out of order, overlap or touch; [#of] sorts that
  ///     out
  public Spans {
    spans = List.copyOf(spans);
    for (int i = 1; i < spans.size(); i++) {
      if (spans.get(i).from() <= spans.get(i - 1).to()) {
        throw new IllegalArgumentException(
            "not in order: " + spans.get(i - 1) + " before " + spans.get(i));
      }
    }
  }

  /// The set of all bytes that are in any of these.
  public static Spans of(Span... spans) {
    return of(List.of(spans));
  }

  /// The set of all bytes that are in any of these.
  public static Spans of(List<Span> any) {
    List<Span> sorted = new ArrayList<>(any);
    sorted.sort(Comparator.comparingLong(Span::from));
    List<Span> out = new ArrayList<>();
    for (Span span : sorted) {
      Span last = out.isEmpty() ? null : out.getLast();
      if (last != null && span.from() <= last.to()) {
        out.set(out.size() - 1, new Span(last.from(), Math.max(last.to(), span.to())));
      } else {
        out.add(span);
      }
    }
    return new Spans(out);
  }

  /// These and `more`.
  public Spans plus(Span more) {
    if (!spans.isEmpty() && more.from() > spans.getLast().to()) {
      List<Span> out = new ArrayList<>(spans);
      out.add(more);
      return new Spans(out);
    }
    List<Span> all = new ArrayList<>(spans);
    all.add(more);
    return of(all);
  }

  /// These and `more`.
  public Spans plus(Spans more) {
    if (more.isEmpty()) {
      return this;
    }
    List<Span> all = new ArrayList<>(spans);
    all.addAll(more.spans);
    return of(all);
  }

  /// These without `less`.
  public Spans minus(Spans less) {
    List<Span> out = new ArrayList<>();
    int i = 0;
    for (Span span : spans) {
      long from = span.from();
      while (i < less.spans.size() && less.spans.get(i).to() <= from) {
        i++;
      }
      for (int j = i; j < less.spans.size() && less.spans.get(j).from() < span.to(); j++) {
        Span hole = less.spans.get(j);
        if (hole.from() > from) {
          out.add(new Span(from, hole.from()));
        }
        from = Math.max(from, hole.to());
      }
      if (from < span.to()) {
        out.add(new Span(from, span.to()));
      }
    }
    return new Spans(out);
  }

  /// What is missing of the first `length` bytes.
  public Spans gaps(long length) {
    return length <= 0 ? EMPTY : of(new Span(0, length)).minus(this);
  }

  /// Whether every byte of `span` is here.
  public boolean covers(Span span) {
    for (Span mine : spans) {
      if (mine.from() <= span.from()) {
        if (mine.to() >= span.to()) {
          return true;
        }
      } else {
        return false;
      }
    }
    return false;
  }

  public boolean overlaps(Span span) {
    return spans.stream().anyMatch(span::overlaps);
  }

  /// How many bytes there are.
  public long total() {
    long sum = 0;
    for (Span span : spans) {
      sum = Math.addExact(sum, span.length());
    }
    return sum;
  }

  /// How many bytes there are from the first on without a gap.
  public long prefix() {
    return spans.isEmpty() || spans.getFirst().from() > 0 ? 0 : spans.getFirst().to();
  }

  public boolean isEmpty() {
    return spans.isEmpty();
  }
}
