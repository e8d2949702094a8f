package org.sluice.engine.filter;

import java.nio.channels.SocketChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The sockets that one transfer wants to have watched, in order, and for what.
///
/// **Threads**: confined to the thread of its multi.
@SuppressWarnings("ReferenceEquality") // a channel is its own identity
public final class Pollset {
  /// Registered, but nothing is wanted now.
  public static final int HELD = 0;

  public static final int IN = 1;
  public static final int OUT = 2;

  private @Nullable SocketChannel[] sockets = new @Nullable SocketChannel[2];
  private int[] bits = new int[2];
  private int size;

  public int size() {
    return size;
  }

  public SocketChannel socket(int i) {
    SocketChannel socket = sockets[i];
    if (socket == null) {
      throw new IndexOutOfBoundsException(i);
    }
    return socket;
  }

  public int bits(int i) {
    return bits[i];
  }

  public void clear() {
    Arrays.fill(sockets, 0, size, null);
    size = 0;
  }

  /// Adds `wanted` to what is wanted of `socket`.
  public void add(SocketChannel socket, int wanted) {
    int i = indexOf(socket);
    if (i >= 0) {
      bits[i] |= wanted;
      return;
    }
    if (size == sockets.length) {
      sockets = Arrays.copyOf(sockets, size * 2);
      bits = Arrays.copyOf(bits, size * 2);
    }
    sockets[size] = socket;
    bits[size++] = wanted;
  }

  /// Takes `socket` out, as if it had never been wanted.
  public void remove(SocketChannel socket) {
    int i = indexOf(socket);
    if (i >= 0) {
      System.arraycopy(sockets, i + 1, sockets, i, size - i - 1);
      System.arraycopy(bits, i + 1, bits, i, size - i - 1);
      sockets[--size] = null;
    }
  }

  public int indexOf(SocketChannel socket) {
    for (int i = 0; i < size; i++) {
      if (sockets[i] == socket) {
        return i;
      }
    }
    return -1;
  }

  public boolean sameAs(Pollset other) {
    if (size != other.size) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (sockets[i] != other.sockets[i] || bits[i] != other.bits[i]) {
        return false;
      }
    }
    return true;
  }

  public void copyFrom(Pollset other) {
    clear();
    for (int i = 0; i < other.size; i++) {
      add(other.socket(i), other.bits[i]);
    }
  }
}
