package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.sluice.engine.disk.FileLayer;
import org.sluice.engine.disk.SystemFiles;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;

/// A file has its name although that was said to have failed; its download is paused while that is
/// found out.
class ClaimedWhilePausedTest extends DownloadsTestBase {
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch answer = new CountDownLatch(1);
  private final AtomicBoolean hasFailed = new AtomicBoolean();

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
                      if (method.getName().equals("isKnown")) {
                        asked.countDown();
                        assertThat(answer.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
                      }
                      Object result;
                      try {
                        result = method.invoke(real, arguments);
                      } catch (InvocationTargetException e) {
                        throw e.getCause();
                      }
                      if (method.getName().equals("claim") && !hasFailed.getAndSet(true)) {
                        throw new IOException("made to fail");
                      }
                      return result;
                    }));
  }

  @Test
  void thePauseEndsAndTheFileIsComplete() throws Exception {
    ItemId id = add("/1m");
    ItemView paused = await(id, ItemState.PAUSED);
    assertThat(paused.standing().reason()).isEqualTo(StateReason.CANNOT_WRITE);
    get(downloads.resume(id));
    assertThat(asked.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    CompletableFuture<Void> pause = downloads.pause(id);
    view(id); // the wish has come to the loop
    answer.countDown();
    get(pause);
    assertLabFile(complete(id), 1 << 20);
  }
}
