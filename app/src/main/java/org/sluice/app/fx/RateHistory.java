package org.sluice.app.fx;

/// The last [#CAPACITY] values of something, oldest first.
public final class RateHistory {
  public static final int CAPACITY = 60;

  private final double[] values = new double[CAPACITY];
  private int start;
  private int size;

  /// Adds the newest value and forgets the oldest if it is full.
  public void add(double value) {
    if (size < CAPACITY) {
      values[(start + size++) % CAPACITY] = value;
    } else {
      values[start] = value;
      start = (start + 1) % CAPACITY;
    }
  }

  public int size() {
    return size;
  }

  /// The `index`-th oldest value.
  public double get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    return values[(start + index) % CAPACITY];
  }

  /// The largest value; 0 for none.
  public double peak() {
    double peak = 0;
    for (int i = 0; i < size; i++) {
      peak = Math.max(peak, get(i));
    }
    return peak;
  }

  /// 0 for none.
  public double mean() {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += get(i);
    }
    return size == 0 ? 0 : sum / size;
  }
}
