package org.sluice.app.learn;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.loop.Gate;
import org.sluice.engine.loop.SelectorLoop;
import org.sluice.engine.loop.Step;

/// Holds the loop before each step, and writes down where it stood, also while it runs.
///
/// **Threads**: [#pass] is called by the loop, the rest by any.
final class LessonGate implements Gate {
  private final Object lock = new Object();
  private final List<Stop> stops = new ArrayList<>();
  private @Nullable SelectorLoop loop;
  private boolean open;
  private boolean held;
  private boolean released;

  /// The loop that this gate is of; until it is known no step is passed.
  void begin(SelectorLoop of) {
    synchronized (lock) {
      loop = of;
      lock.notifyAll();
    }
  }

  @Override
  public void pass(Step step, String about) throws InterruptedException {
    synchronized (lock) {
      while (loop == null) {
        lock.wait();
      }
      stops.add(new Stop(step, loop.trace().nextSeq(), loop.clock().nanoTime()));
      held = true;
      while (!open && !released) {
        lock.wait();
      }
      held = false;
      released = false;
    }
  }

  /// Lets one step be done, if the loop stands before one.
  ///
  /// @return whether it does
  boolean release() {
    synchronized (lock) {
      if (!held || released || open) {
        return false;
      }
      released = true;
      lock.notifyAll();
      return true;
    }
  }

  /// From now on every step is done at once.
  void open() {
    synchronized (lock) {
      open = true;
      lock.notifyAll();
    }
  }

  /// Holds from the next step on.
  void hold() {
    synchronized (lock) {
      open = false;
    }
  }

  /// Whether the loop stands before a step; else it is doing one, and may be waiting.
  boolean isHeld() {
    synchronized (lock) {
      return held && !released && !open;
    }
  }

  /// Where the loop stood since the last call, in order.
  List<Stop> take() {
    synchronized (lock) {
      List<Stop> taken = List.copyOf(stops);
      stops.clear();
      return taken;
    }
  }
}
