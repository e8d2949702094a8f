package org.sluice.engine.resume;

import org.sluice.engine.http.Url;
import org.sluice.engine.item.Validators;

/// What a request asked for and what is known of the file: the measure of its answer.
///
/// @param sent the request
/// @param basis where `known` comes from
/// @param known what the file is, or was; [Validators#UNKNOWN] if [Basis#FRESH]
/// @param haveBytes how many bytes of it are there already
/// @param othersRunning how many other connections receive bytes of the same item now
/// @param address as the item has it, before redirects
public record Expected(
    RangeRequest sent,
    Basis basis,
    Validators known,
    long haveBytes,
    int othersRunning,
    Url address) {
  public Expected {
    if (basis == Basis.FRESH && (haveBytes != 0 || !known.equals(Validators.UNKNOWN))) {
      throw new IllegalArgumentException("something is known of a fresh download");
    }
    if (haveBytes < 0 || othersRunning < 0) {
      throw new IllegalArgumentException("negative: " + haveBytes + ", " + othersRunning);
    }
  }

  /// A download of which nothing is known.
  public static Expected fresh(RangeRequest sent, Url address) {
    return new Expected(sent, Basis.FRESH, Validators.UNKNOWN, 0, 0, address);
  }
}
