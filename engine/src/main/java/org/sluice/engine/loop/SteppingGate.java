package org.sluice.engine.loop;

import org.jspecify.annotations.Nullable;

/// A gate with a hand on it: closed, one step at a time, or open.
///
/// **Threads**: any.
public final class SteppingGate implements Gate {
  private final Object lock = new Object();
  private boolean open;
  private long permits;
  private @Nullable Step waiting;
  private String about = "";

  /// @param open whether it starts open
  public SteppingGate(boolean open) {
    this.open = open;
  }

  @Override
  public void pass(Step step, String call) throws InterruptedException {
    synchronized (lock) {
      if (open) {
        return;
      }
      waiting = step;
      about = call;
      lock.notifyAll();
      while (!open && permits == 0) {
        lock.wait();
      }
      if (!open) {
        permits--;
      }
      waiting = null;
    }
  }

  /// Lets one step through.
  public void step() {
    synchronized (lock) {
      permits++;
      lock.notifyAll();
    }
  }

  public void open() {
    synchronized (lock) {
      open = true;
      permits = 0;
      lock.notifyAll();
    }
  }

  public void hold() {
    synchronized (lock) {
      open = false;
    }
  }

  /// The step the loop is held before, or null while it runs.
  public @Nullable Step heldBefore() {
    synchronized (lock) {
      return waiting;
    }
  }

  /// What would be called next, in words.
  public String about() {
    synchronized (lock) {
      return about;
    }
  }

  /// Waits until the loop is held.
  public Step awaitHeld() throws InterruptedException {
    synchronized (lock) {
      while (waiting == null || permits > 0) {
        lock.wait();
      }
      return waiting;
    }
  }
}
