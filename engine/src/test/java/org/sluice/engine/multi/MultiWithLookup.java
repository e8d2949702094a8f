package org.sluice.engine.multi;

import org.sluice.engine.dns.Lookup;

/// Lets tests of other packages give a multi a look-up of their own.
public final class MultiWithLookup {
  private MultiWithLookup() {}

  public static Multi init(MultiOptions options, Lookup lookup) {
    return Multi.init(options, lookup);
  }
}
