package org.sluice.engine.journal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.StoredItem;

/// What a journal had in it when it was opened.
///
/// @param items by their place, then by their number; complete ones too
/// @param verifyFirst of `items`, those that came out of a damaged journal: their newest commits may be
///   missing, so what is on the disk is compared with the server before they go on; stays until
///   [JournalChange.Verified]
/// @param unusable items that are whole in the journal but make no sense here, such as a path that this
///   system's locale cannot express, with a sentence for each; they stay in the journal
/// @param queues by their place
/// @param hosts what was learned of servers
/// @param settings such as the global limit
public record JournalContents(
    List<StoredItem> items,
    Set<ItemId> verifyFirst,
    Map<ItemId, String> unusable,
    List<QueueRow> queues,
    List<HostFacts> hosts,
    Map<String, String> settings) {
  public static final JournalContents EMPTY =
      new JournalContents(List.of(), Set.of(), Map.of(), List.of(), List.of(), Map.of());

  public JournalContents {
    items = List.copyOf(items);
    verifyFirst = Set.copyOf(verifyFirst);
    unusable = Map.copyOf(unusable);
    queues = List.copyOf(queues);
    hosts = List.copyOf(hosts);
    settings = Map.copyOf(settings);
  }
}
