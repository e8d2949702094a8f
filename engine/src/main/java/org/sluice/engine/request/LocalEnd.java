package org.sluice.engine.request;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;

/// Our own end of each socket.
///
/// **Source**: `CURLOPT_INTERFACE`, `CURLOPT_LOCALPORT`, `CURLOPT_LOCALPORTRANGE`.
///
/// @param device name of a network interface, for example `eth0`; null for the system's choice
/// @param address written as such; null for the system's choice, or one of the device's
/// @param firstPort first local port to try; 0 for the system's choice
/// @param ports how many from there on
public record LocalEnd(
    @Nullable String device, @Nullable String address, int firstPort, int ports) {
  /// The system chooses.
  public static final LocalEnd ANY = new LocalEnd(null, null, 0, 1);

  /// Longest text that names an interface.
  public static final int MOST_CHARS = 512;

  private static final int MOST_PORT = 65_535;

  /// @throws IllegalArgumentException for ports that there are not
  public LocalEnd {
    if (firstPort < 0 || ports < 1 || firstPort + ports - 1 > MOST_PORT) {
      throw new IllegalArgumentException(
          "no range of ports: " + ports + " from " + firstPort + " on");
    }
  }

  /// Reads what `curl --interface` takes: a device or an address, `if!DEVICE`, `host!ADDRESS`,
  /// `ifhost!DEVICE!ADDRESS`.
  ///
  /// @throws TransferException BAD_FUNCTION_ARGUMENT
  public static LocalEnd parse(String text) throws TransferException {
    String[] parts = text.split("!", -1);
    boolean full = text.length() <= MOST_CHARS && Arrays.stream(parts).noneMatch(String::isEmpty);
    if (full && parts.length == 3 && parts[0].equals("ifhost")) {
      return new LocalEnd(parts[1], parts[2], 0, 1);
    }
    if (full && parts.length == 2 && parts[0].equals("if")) {
      return new LocalEnd(parts[1], null, 0, 1);
    }
    if (full && parts.length == 2 && parts[0].equals("host")) {
      return new LocalEnd(null, parts[1], 0, 1);
    }
    if (full && parts.length == 1) {
      boolean address = text.indexOf(':') >= 0 || text.matches("[0-9.]+");
      return address ? new LocalEnd(null, text, 0, 1) : new LocalEnd(text, null, 0, 1);
    }
    throw new TransferException(
        TransferErrorCode.BAD_FUNCTION_ARGUMENT,
        "\"" + text + "\" names no network interface and no address of ours");
  }

  /// From one port to another.
  public LocalEnd withPorts(int first, int last) {
    return new LocalEnd(device, address, first, Math.max(1, last - first + 1));
  }

  public boolean isAny() {
    return device == null && address == null && firstPort == 0;
  }
}
