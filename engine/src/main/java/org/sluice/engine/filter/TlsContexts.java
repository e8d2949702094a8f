package org.sluice.engine.filter;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.request.TlsOptions;
import org.sluice.engine.tls.TlsSetup;

/// One [TlsSetup] per set of options, so that files are read once and sessions are resumed between
/// connections.
///
/// **Threads**: confined to the thread of its multi. **Limits**: [#MOST_SETUPS]; the one used
/// longest ago makes room.
public final class TlsContexts {
  public static final int MOST_SETUPS = 64;

  private static final float LOAD_FACTOR = 0.75f;

  private final Map<TlsOptions, TlsSetup> setups = new LinkedHashMap<>(16, LOAD_FACTOR, true);

  /// @throws TransferException if a file, version or cipher of the options cannot be used
  public TlsSetup of(TlsOptions options) throws TransferException {
    TlsSetup known = setups.get(options);
    if (known == null) {
      known = TlsSetup.of(options);
      if (setups.size() == MOST_SETUPS) {
        setups.remove(setups.keySet().iterator().next());
      }
      setups.put(options, known);
    }
    return known;
  }
}
