package org.sluice.engine.lab;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The open connections and their virtual threads, and the end of all of them at once.
///
/// **Threads** any.
final class Visitors implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Visitors.class.getName());
  private static final long JOIN_SECONDS = 10;

  /// What a visitor's thread does with its socket.
  @FunctionalInterface
  interface Visit {
    void with(Socket socket) throws IOException;
  }

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("sluice-lab-", 1).factory());
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger count = new AtomicInteger();
  private volatile boolean closed;

  ExecutorService threads() {
    return threads;
  }

  int count() {
    return count.get();
  }

  /// Lets a connection in, on a thread of its own.
  void admit(Socket socket, Visit visit) {
    count.incrementAndGet();
    open.add(socket);
    try {
      threads.execute(() -> run(socket, visit));
    } catch (RejectedExecutionException e) {
      // accepted in the moment of closing
      leave(socket);
    }
  }

  /// Runs something beside a visitor, with a socket that the lab itself has opened.
  void accompany(Socket socket, Visit visit) {
    open.add(socket);
    try {
      threads.execute(
          () -> {
            visit(socket, visit);
            close(socket);
          });
    } catch (RejectedExecutionException e) {
      // opened in the moment of closing
      close(socket);
    }
  }

  private void run(Socket socket, Visit visit) {
    try {
      visit(socket, visit);
    } finally {
      leave(socket);
    }
  }

  private void visit(Socket socket, Visit visit) {
    try {
      socket.setTcpNoDelay(true);
      visit.with(socket);
    } catch (IOException e) {
      // the client went away, or was sent away: every day's work for a lab
      LOG.log(Level.DEBUG, "a connection of the lab ended", e);
    } catch (RuntimeException e) {
      LOG.log(closed ? Level.DEBUG : Level.ERROR, "a scenario of the lab failed", e);
    }
  }

  private void leave(Socket socket) {
    close(socket);
    count.decrementAndGet();
  }

  private void close(Socket socket) {
    Sockets.close(socket);
    open.remove(socket);
  }

  /// Closes every connection and waits for the threads to end, unless interrupted.
  @Override
  public void close() {
    closed = true;
    threads.shutdownNow();
    open.forEach(Sockets::close);
    try {
      if (!threads.awaitTermination(JOIN_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("threads of the lab did not end");
      }
    } catch (InterruptedException e) {
      // everything is closed already, only the threads' last steps go unseen
      Thread.currentThread().interrupt();
    }
  }
}
