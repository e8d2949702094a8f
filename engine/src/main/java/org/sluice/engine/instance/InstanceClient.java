package org.sluice.engine.instance;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.claim.FileClaim;
import org.sluice.engine.instance.InstanceException.Kind;

/// Asks the first process of a folder.
///
/// **Threads**: safe; each call has a connection and a virtual thread of its own.
public final class InstanceClient {
  /// Between two attempts to reach a process that has the lock and does not listen yet.
  static final int RETRY_MILLIS = 20;

  private final ControlFiles files;

  InstanceClient(ControlFiles files) {
    this.files = files;
  }

  /// Hands over `request` and waits for the answer.
  ///
  /// @param timeout for all of it
  /// @throws InstanceException if there is no answer; with [Kind#GONE] the folder is free to be claimed
  public byte[] ask(byte[] request, Duration timeout)
      throws InstanceException, InterruptedException {
    if (request.length > Instance.MOST_MESSAGE_BYTES) {
      throw tooLong(null);
    }
    FutureTask<Message> task = new FutureTask<>(() -> exchange(request));
    Thread thread = Thread.ofVirtual().name("sluice-ask").start(task);
    try {
      return content(task.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      throw new InstanceException(
          Kind.NO_ANSWER,
          "The Sluice that is running did not answer within "
              + timeout.toMillis()
              + " ms. Try again, or end it.",
          e);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } finally {
      thread.interrupt(); // closes its channel
    }
  }

  private Message exchange(byte[] request)
      throws InstanceException, IOException, InterruptedException {
    try (SocketChannel channel = connect()) {
      Message.of(request).write(Channels.newOutputStream(channel));
      return Message.read(Channels.newInputStream(channel));
    } catch (SocketException | EOFException e) {
      throw new InstanceException(
          Kind.NO_ANSWER,
          "The Sluice that was running ended before it answered. Look at the list whether it has"
              + " taken the request, then try again.",
          e);
    }
  }

  private SocketChannel connect() throws InstanceException, IOException, InterruptedException {
    while (true) {
      SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      try {
        channel.connect(UnixDomainSocketAddress.of(files.socket()));
        return channel;
      } catch (SocketException e) { // there is no socket, or nobody at it
        channel.close();
        checkHeld(e);
        Thread.sleep(RETRY_MILLIS);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    }
  }

  /// A lock that is free says that nobody will ever listen.
  private void checkHeld(IOException cause) throws InstanceException, IOException {
    try (FileClaim claim = FileClaim.take(files.lock())) {
      if (claim != null) {
        throw gone(cause);
      }
    }
  }

  private static byte[] content(Message answer) throws InstanceException {
    return switch (answer.status()) {
      case Message.OK -> answer.content();
      case Message.TOO_LONG -> throw tooLong(null);
      case Message.OTHER_VERSION ->
          throw new InstanceException(
              Kind.OTHER_VERSION,
              "Another version of Sluice is running on this data folder. End it and try again.",
              null);
      default ->
          throw new InstanceException(
              Kind.FAILED, "The Sluice that is running could not do it; its log says why.", null);
    };
  }

  private static InstanceException failure(@Nullable Throwable cause) {
    return cause instanceof InstanceException e
        ? e
        : new InstanceException(
            Kind.NO_ACCESS,
            "The Sluice that is running cannot be reached. Is it another user's?",
            cause);
  }

  private static InstanceException gone(@Nullable Throwable cause) {
    return new InstanceException(
        Kind.GONE, "The Sluice that was running has ended. Try again.", cause);
  }

  private static InstanceException tooLong(@Nullable Throwable cause) {
    return new InstanceException(
        Kind.TOO_LONG,
        "A request to the Sluice that is running, or its answer, is longer than "
            + Instance.MOST_MESSAGE_BYTES
            + " bytes. Hand over fewer addresses at a time.",
        cause);
  }
}
