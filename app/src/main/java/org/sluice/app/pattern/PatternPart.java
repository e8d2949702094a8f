package org.sluice.app.pattern;

import java.util.List;

/// A piece of a pattern: text that stays, or something that takes several values.
public sealed interface PatternPart {
  /// How many values it takes; at least 1.
  long count();

  /// One of them.
  ///
  /// @param index from 0
  String value(long index);

  /// Text that stays.
  record Literal(String text) implements PatternPart {
    @Override
    public long count() {
      return 1;
    }

    @Override
    public String value(long index) {
      return text;
    }
  }

  /// `{one,two}`.
  record Choice(List<String> values) implements PatternPart {
    public Choice {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("a choice of nothing");
      }
    }

    @Override
    public long count() {
      return values.size();
    }

    @Override
    public String value(long index) {
      return values.get(Math.toIntExact(index));
    }
  }

  /// `[1-20]`, `[001-100]`, `[0-100:10]`.
  ///
  /// @param width digits at least, filled with zeros
  record Numbers(long from, long to, long step, int width) implements PatternPart {
    public Numbers {
      requireOrder(from >= 0, from, to, step);
    }

    @Override
    public long count() {
      return (to - from) / step + 1;
    }

    @Override
    public String value(long index) {
      String digits = Long.toString(from + index * step);
      return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
  }

  /// `[a-z]`, `[A-Z:2]`.
  record Letters(char from, char to, int step) implements PatternPart {
    public Letters {
      requireOrder(true, from, to, step);
    }

    @Override
    public long count() {
      return (to - from) / step + 1L;
    }

    @Override
    public String value(long index) {
      return Character.toString((char) (from + index * step));
    }
  }

  /// `{<name>one,two}`, `[<name>1-20]`: in the name of a file `#<name>` stands for its value.
  record Named(String name, PatternPart part) implements PatternPart {
    @Override
    public long count() {
      return part.count();
    }

    @Override
    public String value(long index) {
      return part.value(index);
    }
  }

  private static void requireOrder(boolean ok, long from, long to, long step) {
    if (!ok || to < from || step < 1) {
      throw new IllegalArgumentException("not a range: " + from + " to " + to + " by " + step);
    }
  }
}
