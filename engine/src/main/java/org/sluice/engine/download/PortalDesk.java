package org.sluice.engine.download;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Url;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.loop.Alarm;
import org.sluice.engine.retry.CaptivePortal;
import org.sluice.engine.retry.PortalSign;

/// A network that wants a sign-in is one state for all downloads: none tries anything, none counts a
/// failed try, and one of them looks now and then whether it is over.
///
/// **Threads**: confined to the loop.
final class PortalDesk implements Runs.Watcher {
  private final Site site;
  private final Runs runs;
  private CaptivePortal portal = CaptivePortal.OPEN;
  private String reason = "";
  private @Nullable Alarm alarm;
  private boolean closed;

  PortalDesk(Site site, Runs runs) {
    this.site = site;
    this.runs = runs;
  }

  /// What an earlier process left waiting for a sign-in is tried.
  void begin() {
    for (Item item : List.copyOf(runs.items.values())) {
      if (waits(item)) {
        runs.put(item, Ending.queued(""));
      }
    }
  }

  void close() {
    closed = true;
    if (alarm != null) {
      alarm.cancel();
    }
  }

  /// Why nothing is tried; empty if everything may be.
  String reason() {
    return portal.state() == CaptivePortal.State.SIGN_IN ? reason : "";
  }

  @Override
  public void ended(Item item, Ending ending) {
    PortalSign.Kind kind =
        switch (ending.reason()) {
          case CAPTIVE_PORTAL -> PortalSign.Kind.SIGN_IN_REQUIRED;
          case WEB_PAGE -> PortalSign.Kind.WEB_PAGE;
          case NOT_TRUSTED -> PortalSign.Kind.WRONG_NAME;
          default -> null; // says nothing of the network
        };
    if (closed || kind == null || ending.state() == ItemState.WAITING) {
      return;
    }
    long now = site.clock.nanoTime();
    List<CaptivePortal.Seen> signs = portal.signs();
    CaptivePortal.Step step = portal.saw(new PortalSign(kind, item.id.value(), server(item)), now);
    portal = step.next();
    if (step.changed()) {
      reason = step.reason();
      runs.tell(new DownloadEvent.Notice(DownloadEvent.Topic.SIGN_IN, reason));
      for (CaptivePortal.Seen seen : signs) {
        for (Item other : List.copyOf(runs.items.values())) {
          if (other.id.value() == seen.sign().item() && other.state() == ItemState.PAUSED) {
            runs.put(other, waiting());
          }
        }
      }
      runs.stopAll(waiting());
    }
    if (portal.state() == CaptivePortal.State.SIGN_IN) {
      runs.put(item, waiting());
      askLater();
    }
  }

  private static String server(Item item) {
    try {
      return Url.parse(item.address()).host();
    } catch (TransferException e) {
      return item.host();
    }
  }

  private Ending waiting() {
    return new Ending(ItemState.WAITING, StateReason.CAPTIVE_PORTAL, reason, null);
  }

  private static boolean waits(Item item) {
    return item.progress().reason() == StateReason.CAPTIVE_PORTAL && !item.state().isOver();
  }

  /// A download got what it should have got.
  void gotFile() {
    if (portal.state() == CaptivePortal.State.SIGN_IN) {
      open(portal.gotFile());
    } else if (!portal.signs().isEmpty()) {
      portal = CaptivePortal.OPEN;
    }
  }

  /// The machine is in another network.
  void networkChanged() {
    open(portal.networkChanged());
  }

  private void open(CaptivePortal.Step step) {
    portal = step.next();
    if (step.changed()) {
      runs.tell(new DownloadEvent.Notice(DownloadEvent.Topic.SIGN_IN, step.reason()));
      for (Item item : List.copyOf(runs.items.values())) {
        if (item.run == null && waits(item)) {
          runs.put(item, Ending.queued(""));
        }
      }
      runs.turns.ask();
    }
  }

  private void askLater() {
    if (!closed && (alarm == null || !alarm.isSet())) {
      alarm = site.loop.later(CaptivePortal.ASK_EVERY_NANOS, this::look);
    }
  }

  private void look() {
    long now = site.clock.nanoTime();
    if (portal.mayAsk(now)) {
      for (Item item : runs.items.values()) {
        if (item.run == null && waits(item)) {
          portal = portal.asked(now);
          runs.start(item);
          break;
        }
      }
    }
    if (portal.state() == CaptivePortal.State.SIGN_IN) {
      askLater();
    }
  }
}
