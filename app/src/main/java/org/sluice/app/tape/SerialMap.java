package org.sluice.app.tape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Values by serial number. Numbers that follow each other lie beside each other, so looking them up
/// and copying all of them is cheap: both are done very often while ten thousand sockets are watched.
///
/// **Threads**: one.
public final class SerialMap<V> {
  private static final int FIRST_ROOM = 16;

  private long[] keys = new long[FIRST_ROOM];
  private @Nullable Object[] values = new @Nullable Object[FIRST_ROOM];
  private int size;

  public SerialMap() {}

  /// One that goes its own way from here.
  public SerialMap(SerialMap<V> other) {
    keys = other.keys.clone();
    values = other.values.clone();
    size = other.size;
  }

  public int size() {
    return size;
  }

  /// Null for a number that it does not know.
  @SuppressWarnings("unchecked") // only values are put in
  public @Nullable V get(long key) {
    return (V) values[slot(key)];
  }

  public void put(long key, V value) {
    int at = slot(key);
    if (values[at] == null) {
      if (2 * (size + 1) > keys.length) {
        grow();
        at = slot(key);
      }
      size++;
    }
    keys[at] = key;
    values[at] = value;
  }

  /// Forgets a number; does nothing if it is not known.
  public void remove(long key) {
    int hole = slot(key);
    if (values[hole] == null) {
      return;
    }
    size--;
    int mask = keys.length - 1;
    for (int at = (hole + 1) & mask; values[at] != null; at = (at + 1) & mask) {
      int home = (int) keys[at] & mask;
      if (((at - home) & mask) >= ((at - hole) & mask)) { // it would not be found behind a hole
        keys[hole] = keys[at];
        values[hole] = values[at];
        hole = at;
      }
    }
    values[hole] = null;
  }

  public void clear() {
    Arrays.fill(values, null);
    size = 0;
  }

  /// The numbers, in no order.
  public long[] keys() {
    long[] all = new long[size];
    int count = 0;
    for (int i = 0; i < keys.length; i++) {
      if (values[i] != null) {
        all[count++] = keys[i];
      }
    }
    return all;
  }

  /// The values in the order of their numbers.
  public List<V> inOrder() {
    long[] all = keys();
    Arrays.sort(all);
    List<V> some = new ArrayList<>(size);
    for (long key : all) {
      some.add(Objects.requireNonNull(get(key)));
    }
    return some;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int at = (int) key & mask;
    while (values[at] != null && keys[at] != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldKeys = keys;
    @Nullable Object[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new @Nullable Object[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != null) {
        int at = slot(oldKeys[i]);
        keys[at] = oldKeys[i];
        values[at] = oldValues[i];
      }
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof SerialMap<?> map) || map.size != size) {
      return false;
    }
    for (int i = 0; i < keys.length; i++) {
      Object value = values[i];
      if (value != null && !value.equals(map.get(keys[i]))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return inOrder().hashCode();
  }

  @Override
  public String toString() {
    return inOrder().toString();
  }
}
