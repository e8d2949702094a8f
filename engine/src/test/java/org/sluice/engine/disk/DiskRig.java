package org.sluice.engine.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.FileWish.IfExists;
import org.sluice.engine.item.FileWish.Preallocation;
import org.sluice.engine.range.Span;

/// A [DiskWriter] with an owner's thread, for tests that wait for its answers.
public final class DiskRig implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 120;

  private final DiskWriter disk;
  private final ExecutorService owner =
      Executors.newSingleThreadExecutor(work -> Thread.ofPlatform().name("owner").unstarted(work));
  private final Queue<DiskFailure> failures = new ConcurrentLinkedQueue<>();
  private final CountDownLatch failed = new CountDownLatch(1);

  public DiskRig(FileLayer files, DiskLimits limits) {
    disk = DiskWriter.start(files, limits, System::nanoTime);
  }

  public DiskRig() {
    this(new SystemFiles(), DiskLimits.DEFAULT);
  }

  public DiskWriter disk() {
    return disk;
  }

  public ExecutorService owner() {
    return owner;
  }

  /// What was told as failed, in order.
  public Queue<DiskFailure> failures() {
    return failures;
  }

  /// Waits until the owner of a file was told of a failure, which may be after a force has answered.
  public void awaitFailure() throws InterruptedException {
    if (!failed.await(30, TimeUnit.SECONDS)) {
      throw new AssertionError("no owner was told of a failure");
    }
  }

  private void failed(DiskFailure failure) {
    failures.add(failure);
    failed.countDown();
  }

  public PartFile create(Path folder, String name, IfExists ifExists) {
    return opened(new PartOrder.Fresh(folder, name, ifExists, Preallocation.NONE, -1));
  }

  public PartFile opened(PartOrder order) {
    PartOpening opening = open(order);
    assertThat(opening).isInstanceOf(PartOpening.Opened.class);
    return ((PartOpening.Opened) opening).file();
  }

  public PartOpening open(PartOrder order) {
    return answer(then -> disk.open(order, new PartOwner(owner, this::failed), then));
  }

  /// Offers all of it, waiting for room as often as it takes.
  public void write(PartFile file, long position, byte[] bytes) {
    write(file, position, bytes, 16 << 10);
  }

  public void write(PartFile file, long position, byte[] bytes, int chunkBytes) {
    Semaphore room = new Semaphore(0);
    Runnable onRoom = room::release;
    for (int at = 0; at < bytes.length; at += chunkBytes) {
      ByteBuffer chunk = ByteBuffer.wrap(bytes, at, Math.min(chunkBytes, bytes.length - at));
      while (!file.offer(position + at, chunk, onRoom)) {
        try {
          assertThat(room.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("room").isTrue();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  public Forced force(PartFile file) {
    return answer(file::force);
  }

  public DiskAnswer<ByteBuffer> read(PartFile file, long from, long to) {
    return answer(then -> file.read(new Span(from, to), then));
  }

  public Finished finish(PartFile file, long length) {
    return finish(file, length, IfExists.NUMBER, null, null);
  }

  public Finished finish(
      PartFile file,
      long length,
      IfExists ifExists,
      @Nullable WebMark mark,
      @Nullable Instant time) {
    return answer(then -> file.finish(new FinishOrder(length, ifExists, mark, time), then));
  }

  public void close(PartFile file) {
    this.<Boolean>answer(then -> file.close(() -> then.accept(true)));
  }

  /// Waits for an answer, which has to come on the owner's thread.
  public <T> T answer(Consumer<Consumer<T>> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    question.accept(
        value -> {
          if (Thread.currentThread().getName().equals("owner")) {
            answer.complete(value);
          } else {
            answer.completeExceptionally(new IllegalStateException("on another's thread"));
          }
        });
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    disk.close();
    owner.shutdown();
  }
}
