package org.sluice.engine.multi;

import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.connection.Connection;
import org.sluice.engine.filter.Pollset;
import org.sluice.engine.filter.SocketFilter;
import org.sluice.engine.filter.SocketWatcher;

/// Every open socket with its users, what was last reported of it, and its assigned data.
///
/// Keyed by channel, never by descriptor: the system reuses descriptors, a channel never comes
/// back.
///
/// **Threads**: confined to the thread of its multi. **Source**: `engine/CONTRACT.md` 4.
final class SocketTable implements SocketWatcher {
  /// Tells the application; the table only knows what to tell.
  interface Reporter {
    void report(
        @Nullable Transfer transfer, SocketChannel socket, Poll what, @Nullable Object socketp);
  }

  private static final class Entry {
    final SocketFilter filter;
    final SocketChannel channel;
    final long serial;
    final List<Handle> users = new ArrayList<>(1);
    int readers;
    int writers;
    @Nullable Poll reported;
    @Nullable Object socketp;

    Entry(SocketFilter filter, SocketChannel channel, long serial) {
      this.filter = filter;
      this.channel = channel;
      this.serial = serial;
    }

    Poll wanted() {
      return Poll.ofBits((readers > 0 ? Pollset.IN : 0) | (writers > 0 ? Pollset.OUT : 0));
    }
  }

  private final Map<SocketChannel, Entry> entries = new HashMap<>();
  private final Reporter reporter;
  private final Supplier<SocketLifecycle> lifecycle;
  private long serials;

  SocketTable(Reporter reporter, Supplier<SocketLifecycle> lifecycle) {
    this.reporter = reporter;
    this.lifecycle = lifecycle;
  }

  @Override
  public void opened(SocketFilter socket) {
    SocketChannel channel = channelOf(socket);
    entries.put(channel, new Entry(socket, channel, ++serials));
    lifecycle.get().opened(channel, socket.inet6());
  }

  /// REMOVE before close, and out of the memory of all that wanted it.
  @Override
  public void closing(SocketFilter socket) {
    SocketChannel channel = channelOf(socket);
    Entry entry = entries.get(channel);
    if (entry == null) {
      return;
    }
    Transfer some = entry.users.isEmpty() ? null : entry.users.getFirst().transfer;
    for (Handle user : entry.users) {
      user.previous.remove(channel);
    }
    entry.users.clear();
    announce(entry, some, Poll.REMOVE);
    lifecycle.get().closing(channel);
    entries.remove(channel);
  }

  /// Compares what `handle` wants with what it wanted before, and reports each socket for which the
  /// wish of all its users has changed: new and changed ones first, then those it left.
  void apply(Handle handle, Pollset wanted) {
    Pollset previous = handle.previous;
    if (wanted.sameAs(previous)) {
      return;
    }
    Pollset before = new Pollset();
    before.copyFrom(previous);
    previous.copyFrom(wanted);
    for (int i = 0; i < wanted.size(); i++) {
      Entry entry = entries.get(wanted.socket(i));
      if (entry == null) {
        throw new IllegalStateException("a wish for a socket that is not open");
      }
      int was = before.indexOf(entry.channel);
      if (was < 0) {
        entry.users.add(handle);
      } else {
        count(entry, before.bits(was), -1);
      }
      count(entry, wanted.bits(i), 1);
      announce(entry, handle.transfer, entry.wanted());
    }
    for (int i = 0; i < before.size(); i++) {
      Entry entry = entries.get(before.socket(i));
      if (entry != null && wanted.indexOf(entry.channel) < 0) {
        count(entry, before.bits(i), -1);
        entry.users.remove(handle);
        announce(entry, handle.transfer, entry.users.isEmpty() ? Poll.REMOVE : entry.wanted());
      }
    }
  }

  private static void count(Entry entry, int bits, int by) {
    if ((bits & Pollset.IN) != 0) {
      entry.readers += by;
    }
    if ((bits & Pollset.OUT) != 0) {
      entry.writers += by;
    }
  }

  private void announce(Entry entry, @Nullable Transfer transfer, Poll what) {
    if (what == Poll.REMOVE) {
      if (entry.reported == null) {
        return;
      }
      Object last = entry.socketp;
      entry.reported = null;
      reporter.report(transfer, entry.channel, Poll.REMOVE, last);
      entry.socketp = null;
    } else if (what != entry.reported) {
      entry.reported = what;
      reporter.report(transfer, entry.channel, what, entry.socketp);
    }
  }

  /// Stores the application's data for a socket.
  ///
  /// @return false for a socket that is not announced
  boolean assign(SocketChannel socket, @Nullable Object socketp) {
    Entry entry = entries.get(socket);
    if (entry == null || entry.reported == null) {
      return false;
    }
    entry.socketp = socketp;
    return true;
  }

  /// Names the transfers to run when something happened on `socket`; none if it is unknown.
  ///
  /// Of several that share it one reads for all, and one writes.
  void concerned(SocketChannel socket, Consumer<Handle> run) {
    Entry entry = entries.get(socket);
    if (entry == null) {
      return;
    }
    if (entry.users.size() == 1) {
      run.accept(entry.users.getFirst());
      return;
    }
    boolean reads = false;
    for (Handle user : entry.users) {
      int bits = user.previous.bits(user.previous.indexOf(socket));
      if ((bits & Pollset.OUT) != 0 || (!reads && (bits & Pollset.IN) != 0)) {
        reads |= (bits & Pollset.IN) != 0;
        run.accept(user);
      }
    }
  }

  long serial(SocketChannel socket) {
    Entry entry = entries.get(socket);
    return entry == null ? 0 : entry.serial;
  }

  List<SocketInfo> all() {
    List<SocketInfo> all = new ArrayList<>(entries.size());
    for (Entry entry : entries.values()) {
      Connection connection =
          entry.users.isEmpty() ? null : entry.users.getFirst().work.connection();
      all.add(
          new SocketInfo(
              entry.serial,
              entry.channel,
              (connection == null
                      ? entry.filter.peer().getAddress().getHostAddress()
                      : connection.origin().host())
                  + ":"
                  + entry.filter.peer().getPort(),
              connection == null ? "" : connection.describe(),
              entry.reported == null ? Poll.REMOVE : entry.reported,
              entry.socketp,
              entry.users.stream().map(user -> user.transfer.id()).toList(),
              entry.filter.bytesIn(),
              entry.filter.bytesOut()));
    }
    return all;
  }

  int size() {
    return entries.size();
  }

  private static SocketChannel channelOf(SocketFilter socket) {
    SocketChannel channel = socket.channel();
    if (channel == null) {
      throw new IllegalStateException("a socket filter without its channel");
    }
    return channel;
  }
}
