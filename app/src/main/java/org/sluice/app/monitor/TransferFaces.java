package org.sluice.app.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Amounts;
import org.sluice.app.fx.Messages;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.download.SegmentView;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.loop.TransferView;
import org.sluice.engine.multi.TransferState;
import org.sluice.engine.range.Span;

/// Makes the faces of downloads and of their transfers.
final class TransferFaces {
  static final String NO_SOCKET = "–";

  /// A download is as far as the furthest of its transfers.
  private static final List<TransferState> BUSIEST_FIRST =
      List.of(
          TransferState.PERFORMING,
          TransferState.RATELIMITING,
          TransferState.WAITING,
          TransferState.DO,
          TransferState.TLS,
          TransferState.CONNECTING,
          TransferState.RESOLVING,
          TransferState.PAUSED,
          TransferState.COMPLETED,
          TransferState.PENDING,
          TransferState.INIT);

  private TransferFaces() {}

  /// A whole download.
  ///
  /// @param handles of its transfers
  /// @param transfers those that the loop knows
  static TransferFace whole(
      ItemView item, List<Long> handles, List<TransferView> transfers, Instant now) {
    TransferState busiest = busiest(transfers);
    Phase phase = Phase.of(item, busiest);
    boolean alone = handles.size() == 1;
    return new TransferFace(
        item.name(),
        handle(handles),
        amount(item),
        progress(item),
        state(item, phase, transfers.isEmpty() ? null : busiest, now),
        phase,
        alone && transfers.size() == 1 ? socket(transfers.getFirst()) : NO_SOCKET,
        Outcome.of(item, phase, now));
  }

  /// One transfer of a download that has several.
  ///
  /// @param view null while the loop does not know it
  static TransferFace part(
      ItemView item, SegmentView segment, long transfer, @Nullable TransferView view) {
    TransferState state = view == null ? TransferState.INIT : view.info().state();
    Span span = segment.span();
    double share =
        span.to() == Long.MAX_VALUE
            ? 0
            : share(segment.frontier() - span.from(), span.to() - span.from());
    return new TransferFace(
        Messages.text("transfer.segment", item.name(), Long.toString(segment.lease())),
        handle(transfer),
        percent(share),
        share,
        Messages.text("state." + state),
        Phase.of(state),
        view == null ? NO_SOCKET : socket(view),
        null);
  }

  /// The time from `now` to `until` for a narrow column.
  static String left(Instant until, Instant now) {
    long millis = Math.max(0, Duration.between(now, until).toMillis());
    return Amounts.age(Math.ceilDiv(millis, 1_000L) * 1_000_000_000L);
  }

  private static String handle(List<Long> transfers) {
    return switch (transfers.size()) {
      case 0 -> "";
      case 1 -> handle(transfers.getFirst());
      default -> Messages.text("transfer.several", Integer.toString(transfers.size()));
    };
  }

  private static String handle(long transfer) {
    return "E" + transfer;
  }

  private static String socket(TransferView view) {
    long serial = view.info().socketSerial();
    return serial == 0 ? NO_SOCKET : Long.toString(serial);
  }

  private static TransferState busiest(List<TransferView> transfers) {
    TransferState busiest = TransferState.INIT;
    for (TransferView view : transfers) {
      TransferState state = view.info().state();
      if (BUSIEST_FIRST.indexOf(state) < BUSIEST_FIRST.indexOf(busiest)) {
        busiest = state;
      }
    }
    return busiest;
  }

  private static String state(
      ItemView item, Phase phase, @Nullable TransferState busiest, Instant now) {
    if (item.state() == ItemState.RUNNING) {
      return Messages.text(busiest == null ? "state.RUNNING" : "state." + busiest);
    }
    if (item.state() == ItemState.VERIFYING) {
      return Messages.text("state.VERIFYING");
    }
    Instant until = item.standing().until();
    return phase == Phase.WAITING && until != null
        ? Messages.text("state.until", left(until, now))
        : Messages.text("phase." + (phase.isBad() ? Phase.FAILED : phase));
  }

  private static double progress(ItemView item) {
    if (item.state() == ItemState.COMPLETE) {
      return 1;
    }
    ItemView.Amount amount = item.amount();
    return share(amount.verified() >= 0 ? amount.verified() : amount.received(), amount.length());
  }

  private static String amount(ItemView item) {
    return item.state() == ItemState.COMPLETE || item.amount().length() <= 0
        ? Amounts.bytes(item.amount().received())
        : percent(progress(item));
  }

  private static double share(long part, long whole) {
    return whole <= 0 ? 0 : Math.clamp((double) part / whole, 0, 1);
  }

  private static String percent(double share) {
    return Amounts.percent((int) (share * 100));
  }
}
