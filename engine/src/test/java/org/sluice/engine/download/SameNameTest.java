package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.sluice.engine.disk.FileLayer;
import org.sluice.engine.disk.SystemFiles;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.item.StoredItem;
import org.sluice.engine.item.StoredItem.Identity;
import org.sluice.engine.item.StoredItem.Progress;
import org.sluice.engine.journal.Journal;
import org.sluice.engine.journal.JournalChange;
import org.sluice.engine.journal.JournalOptions;
import org.sluice.engine.range.Spans;

/// Two downloads of one name: one leaves a file that it announced and did not keep, and the other's,
/// which has no byte yet, is not taken for it.
class SameNameTest extends DownloadsTestBase {
  private static final int SIZE = 1 << 20;

  private final CountDownLatch making = new CountDownLatch(1);
  private final CountDownLatch make = new CountDownLatch(1);
  private final CountDownLatch unmade = new CountDownLatch(1);
  private final CountDownLatch look = new CountDownLatch(1);

  /// The first file is made when it may be; what a run has left is looked for when it may be.
  @Override
  World world() {
    SystemFiles real = new SystemFiles();
    return World.real()
        .files(
            (FileLayer)
                Proxy.newProxyInstance(
                    FileLayer.class.getClassLoader(),
                    new Class<?>[] {FileLayer.class},
                    (proxy, method, arguments) -> {
                      String name = method.getName();
                      if (name.equals("create")) {
                        making.countDown();
                        pass(make);
                      } else if (name.equals("reopen") && arguments[1] == null) {
                        pass(look);
                      }
                      try {
                        return method.invoke(real, arguments);
                      } catch (InvocationTargetException e) {
                        throw e.getCause();
                      } finally {
                        if (name.equals("delete")) {
                          unmade.countDown();
                        }
                      }
                    }));
  }

  private static void pass(CountDownLatch gate) throws InterruptedException {
    assertThat(gate.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  /// Its server gives not a byte before it is told to.
  private ItemId addBlank(String key) {
    ItemId id = add("/held?bytes=0&key=" + key);
    await(id, view -> view.file().part() != null, "to have a file");
    return id;
  }

  private void release(String key) throws IOException {
    try (InputStream answer = lab.http("/switch?key=" + key).toURL().openStream()) {
      answer.readAllBytes();
    }
  }

  @Test
  void oneIsRemovedWhileItsFileIsMade() throws Exception {
    ItemId removed = add("/held?bytes=0&key=removed");
    pass(making);
    CompletableFuture<Void> removal = downloads.remove(removed, true);
    view(removed); // the wish has come to the loop
    make.countDown();
    pass(unmade);
    ItemId other = addBlank("other");
    look.countDown();
    get(removal);
    release("other");
    assertLabFile(complete(other), SIZE);
  }

  @Test
  void anotherTookTheNameThatAKilledRunHadAnnounced() throws Exception {
    make.countDown();
    look.countDown();
    ItemId removed = addAnnounced();
    ItemId resumed = addAnnounced();
    ItemId other = addBlank("other");
    assertThat(view(other).file().part()).hasFileName("held.part");
    get(downloads.remove(removed, true));
    get(downloads.resume(resumed));
    await(resumed, view -> view.file().part() != null, "to have a file");
    release("other");
    release("announced");
    complete(resumed);
    assertLabFile(complete(other), SIZE);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("held", "held (1)");
  }

  /// As it is where the file system makes no difference between large and small letters.
  @Test
  void theSameNameInOtherLettersIsTheSame() throws Exception {
    make.countDown();
    look.countDown();
    ItemId removed = addAnnounced();
    ItemId other =
        add(request("/held?bytes=0&key=other").file(FileWish.into(folder).named("HELD")));
    await(other, view -> view.file().part() != null, "to have a file");
    if (Files.notExists(folder.resolve("held.part"))) { // here it makes one
      Files.createFile(folder.resolve("held.part"));
    }
    get(downloads.remove(removed, true));
    assertThat(folder.resolve("held.part")).exists();
    release("other");
    complete(other);
  }

  /// What the journal has after a kill before the file was made, paused.
  private ItemId addAnnounced() throws Exception {
    downloads.close();
    Path part = folder.toRealPath().resolve("held.part");
    CompletableFuture<Void> safe = new CompletableFuture<>();
    ItemId id;
    try (Journal journal =
        Journal.open(data, JournalOptions.of(Clock.systemUTC(), failure -> {}))) {
      id = journal.nextId();
      StoredItem item =
          new StoredItem(
              id,
              request("/held?bytes=0&key=announced"),
              Clock.systemUTC().instant(),
              id.value(),
              Identity.announced(part.resolveSibling("held"), part),
              Spans.EMPTY,
              new Progress(ItemState.PAUSED, StateReason.BY_USER, "", null, null, 0, 0));
      journal.post(
          List.of(new JournalChange.Added(item)),
          () -> safe.complete(null),
          failure -> safe.completeExceptionally(new AssertionError(failure)));
    }
    get(safe);
    open();
    return id;
  }
}
