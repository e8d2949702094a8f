package org.sluice.engine.lab;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/// How bytes of a file go out.
@FunctionalInterface
interface LabBody {
  /// As fast as they are taken.
  LabBody PLAIN = Exchange::writeLabBytes;

  /// Other bytes than those of the file, though just as many.
  LabBody OTHER =
      (exchange, from, to) ->
          exchange.writeLabBytes(LabBytes.OTHER_FILE + from, LabBytes.OTHER_FILE + to);

  /// Sends the bytes from one offset up to, and without, another.
  void write(Exchange exchange, long from, long to) throws IOException;

  /// At a steady rate, in bytes per second.
  static LabBody paced(long rate) {
    return PLAIN.at(rate);
  }

  /// These at a steady rate, in bytes per second.
  default LabBody at(long rate) {
    long slice = Math.max(1, rate / 20);
    return (exchange, from, to) -> {
      long start = System.nanoTime();
      for (long at = from; at < to; ) {
        long next = Math.min(to, at + slice);
        exchange.pause(millisUntil(start, next - from, rate));
        write(exchange, at, next);
        at = next;
      }
    };
  }

  /// How long until a steady flow would have sent so much.
  private static long millisUntil(long startNanos, long sent, long rate) {
    double dueNanos = (double) sent / rate * TimeUnit.SECONDS.toNanos(1);
    long left = (long) dueNanos - (System.nanoTime() - startNanos);
    return Math.max(0, Math.ceilDiv(left, TimeUnit.MILLISECONDS.toNanos(1)));
  }

  /// These, but the connection ends after so many.
  default LabBody cutAfter(long bytes, boolean reset) {
    return (exchange, from, to) -> {
      write(exchange, from, Math.min(to, from + bytes));
      if (to - from <= bytes) {
        return;
      }
      if (reset) {
        exchange.reset();
      } else {
        exchange.cut();
      }
    };
  }
}
