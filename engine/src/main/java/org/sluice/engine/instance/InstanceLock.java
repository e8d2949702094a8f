package org.sluice.engine.instance;

import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.claim.FileClaim;

/// The right of this process to work in a folder, and the socket at which it can be asked.
///
/// Requests that come before [#serve] wait for it.
///
/// **Threads**: `sluice-instance` accepts; each request has a virtual thread.
///
/// **Limits**: [#MOST_REQUESTS] at a time, more wait; a request has [#REQUEST_SECONDS] to arrive.
public final class InstanceLock implements AutoCloseable {
  public static final int MOST_REQUESTS = 32;
  public static final int REQUEST_SECONDS = 10;

  private static final System.Logger LOG = System.getLogger(InstanceLock.class.getName());

  private final ControlFiles files;
  private final FileClaim claim;
  private final ServerSocketChannel server;
  private final Semaphore free = new Semaphore(MOST_REQUESTS);
  private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
  private @Nullable Thread thread;
  private volatile boolean closed;

  private InstanceLock(ControlFiles files, FileClaim claim, ServerSocketChannel server) {
    this.files = files;
    this.claim = claim;
    this.server = server;
  }

  static InstanceLock listen(ControlFiles files, FileClaim claim) throws IOException {
    ServerSocketChannel server = null;
    try {
      Path path = files.makeSocketPath();
      server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(path), MOST_REQUESTS);
      files.protect(path);
      return new InstanceLock(files, claim, server);
    } catch (IOException | RuntimeException e) {
      if (server != null) {
        server.close();
      }
      claim.close();
      throw e;
    }
  }

  /// Answers from now on; to be called once.
  public synchronized void serve(RequestHandler handler) {
    if (thread != null || closed) {
      throw new IllegalStateException(
          closed ? "the lock is closed" : "requests are served already");
    }
    thread =
        Thread.ofPlatform().name("sluice-instance").daemon(true).start(() -> acceptAll(handler));
  }

  private void acceptAll(RequestHandler handler) {
    try {
      while (true) {
        free.acquire();
        SocketChannel channel = server.accept();
        open.add(channel);
        if (closed) { // too late for close() to have seen it
          closeQuietly(channel);
        }
        Thread.ofVirtual().name("sluice-instance-request").start(() -> serve(channel, handler));
      }
    } catch (ClosedChannelException e) {
      LOG.log(System.Logger.Level.DEBUG, "no more requests are taken", e);
    } catch (IOException | InterruptedException e) {
      LOG.log(System.Logger.Level.ERROR, "no more requests are taken; restart Sluice", e);
    }
  }

  private void serve(SocketChannel channel, RequestHandler handler) {
    try (channel) {
      Message request = withinTime(channel, () -> Message.read(Channels.newInputStream(channel)));
      if (request.status() == Message.OK) {
        answer(request, handler).write(Channels.newOutputStream(channel));
      } else {
        refuse(channel, request.status());
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a request was not finished", e);
    } finally {
      open.remove(channel);
      free.release();
    }
  }

  private static Message answer(Message request, RequestHandler handler) {
    try {
      byte[] answer = handler.answer(request.content());
      return answer.length > Instance.MOST_MESSAGE_BYTES
          ? Message.without(Message.TOO_LONG)
          : Message.of(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Message.without(Message.FAILED);
    } catch (Exception e) {
      LOG.log(System.Logger.Level.ERROR, "a request of another process could not be answered", e);
      return Message.without(Message.FAILED);
    }
  }

  /// Reads to the end what nobody wants: a socket that is closed before that may lose the answer.
  private static void refuse(SocketChannel channel, int status) throws IOException {
    Message.without(status).write(Channels.newOutputStream(channel));
    channel.shutdownOutput();
    withinTime(
        channel,
        () -> Channels.newInputStream(channel).transferTo(OutputStream.nullOutputStream()));
  }

  /// Work that waits for the other side.
  private interface Waiting<T> {
    T run() throws IOException;
  }

  /// Closes the channel of who says nothing for too long.
  @SuppressWarnings(
      "FutureReturnValueIgnored") // it only closes the channel, which the work notices
  private static <T> T withinTime(SocketChannel channel, Waiting<T> work) throws IOException {
    CompletableFuture<Void> done = new CompletableFuture<>();
    done.orTimeout(REQUEST_SECONDS, TimeUnit.SECONDS)
        .whenComplete(
            (nothing, timeout) -> {
              if (timeout != null) {
                closeQuietly(channel);
              }
            });
    try {
      return work.run();
    } finally {
      done.complete(null);
    }
  }

  /// Lets the next process be the first. Requests that are being answered are cut off.
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    closeQuietly(server);
    open.forEach(InstanceLock::closeQuietly);
    try {
      files.clear();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "the next start clears it away", e);
    }
    closeQuietly(claim);
  }

  private static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      LOG.log(System.Logger.Level.DEBUG, "close", e);
    }
  }
}
