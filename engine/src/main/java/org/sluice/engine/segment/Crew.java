package org.sluice.engine.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Who fetches what: leases that never overlap, and their carriers.
///
/// @param leases in the order of the file; each has a carrier
/// @param carriers in the order in which they were opened
/// @param given how many numbers were given to leases and carriers
public record Crew(List<Lease> leases, List<Carrier> carriers, long given) {
  static final Crew NONE = new Crew(List.of(), List.of(), 0);

  /// @throws IllegalArgumentException if two leases overlap, or a carrier has no lease or a lease
  ///     no carrier: no plan of this kind can ever be
  public Crew {
    List<Lease> sorted = new ArrayList<>(leases);
    sorted.sort(Comparator.comparingLong(Lease::from).thenComparingLong(Lease::to));
    leases = List.copyOf(sorted);
    carriers = List.copyOf(carriers);
    for (int i = 1; i < leases.size(); i++) {
      if (leases.get(i).from() < leases.get(i - 1).to()) {
        throw new IllegalArgumentException(leases.get(i - 1) + " overlaps " + leases.get(i));
      }
    }
    for (Lease lease : leases) {
      if (carriers.stream().noneMatch(c -> c.lease().equals(lease.id()))) {
        throw new IllegalArgumentException("nobody feeds " + lease);
      }
    }
    for (Carrier carrier : carriers) {
      if (leases.stream().noneMatch(l -> l.id().equals(carrier.lease()))) {
        throw new IllegalArgumentException(carrier + " feeds nothing");
      }
    }
  }
}
