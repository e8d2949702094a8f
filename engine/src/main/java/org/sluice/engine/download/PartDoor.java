package org.sluice.engine.download;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.disk.DiskFailure;
import org.sluice.engine.disk.FreeSpace;
import org.sluice.engine.disk.PartOpening;
import org.sluice.engine.disk.PartOrder;
import org.sluice.engine.disk.PartOwner;
import org.sluice.engine.http.ContentDisposition;
import org.sluice.engine.http.Headers;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.item.StoredItem.Identity;
import org.sluice.engine.journal.JournalChange;
import org.sluice.engine.name.NameChoice;

/// Opens the part file of one run: that of an earlier one, or a new one, whose name the journal has
/// before there is a file. So one that a kill leaves behind is known again, and taken away.
///
/// **Threads**: confined to the loop.
final class PartDoor {
  /// Who is told.
  interface Guest {
    /// What came of an opening.
    void opened(PartOpening answer);

    /// The file was not opened, as its bytes do not fit, or as it was called off.
    void noRoom(long neededBytes, String sentence);
  }

  private final Site site;
  private final Item item;
  private final PartOwner owner;
  private final Guest guest;
  private final AtomicReference<@Nullable Identity> announced = new AtomicReference<>();
  private @Nullable Runnable callOff;

  /// @param onFailed told of bytes that could not be written
  PartDoor(Site site, Item item, Consumer<DiskFailure> onFailed, Guest guest) {
    this.site = site;
    this.item = item;
    this.guest = guest;
    owner =
        new PartOwner(
            site.loop::post,
            onFailed,
            (part, target) -> {
              Identity soon = Identity.announced(target, part);
              site.journal.keep(new JournalChange.Identified(item.id, soon));
              announced.set(soon);
            });
  }

  /// Takes away what a run that was killed may have left, and goes on.
  void tidy(Runnable goOn) {
    if (item.announced == null) {
      goOn.run();
      return;
    }
    callOff = () -> {}; // it is not long
    site.leftOvers.delete(
        item,
        answer -> {
          callOff = null;
          item.announced = null; // what could not be deleted is in nobody's way but its name's
          goOn.run();
        });
  }

  void kept(Identity identity) {
    long length = identity.validators().length();
    ifRoom(
        length < 0 ? -1 : Math.max(0, length - item.committed().total()),
        new PartOrder.Kept(identity.part(), identity.target(), identity.partKey()));
  }

  /// @param at the address of the answer
  /// @param length -1 if unknown
  void fresh(String at, Headers headers, long length) {
    FileWish wish = item.request().file();
    String disposition = headers.first("Content-Disposition");
    NameChoice name =
        NameChoice.of(
            wish.name(),
            disposition == null ? null : ContentDisposition.parse(disposition),
            Addresses.url(at),
            headers.first("Content-Type"));
    ifRoom(
        length,
        new PartOrder.Fresh(
            wish.folder(), name.name(), wish.ifExists(), wish.preallocation(), length));
  }

  private void ifRoom(long needed, PartOrder order) {
    boolean[] calledOff = new boolean[1];
    callOff = () -> calledOff[0] = true;
    site.room.ask(
        item,
        needed,
        verdict -> {
          callOff = null;
          if (calledOff[0] || verdict instanceof FreeSpace.Verdict.Wait) {
            guest.noRoom(needed, verdict.reason());
          } else {
            open(order);
          }
        });
  }

  private void open(PartOrder order) {
    callOff = site.disk.open(order, owner, this::opened);
  }

  private void opened(PartOpening answer) {
    callOff = null;
    item.announced = announced.get(); // until the item has an identity
    guest.opened(answer);
  }

  /// Whether an answer is still to come.
  boolean isBusy() {
    return callOff != null;
  }

  /// Its answer comes all the same.
  void callOff() {
    if (callOff != null) {
      callOff.run();
    }
  }
}
