package org.sluice.engine.lab;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// One lab for the tests of a class.
abstract class LabTestBase {
  static LabServer lab;

  @BeforeAll
  static void startLab() throws IOException {
    lab = LabServer.start();
  }

  @AfterAll
  static void closeLab() {
    lab.close();
  }

  /// Waits for something that another thread is about to do.
  static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("it did not happen in 20 s");
      }
      Thread.onSpinWait();
      Thread.yield();
    }
  }
}
