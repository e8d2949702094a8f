package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.queue.QueueRules;
import org.sluice.engine.queue.Schedule;

/// Two downloads wait behind a limit while it is raised: they start, each time, whichever limit it
/// is, and whatever else is said at the same moment.
class RaisedLimitsTest extends DownloadsTestBase {
  private static final int TIMES = 20;
  private static final QueueRules RULES = QueueRules.named("q").concurrency(10);

  /// Says of each server that it is reached straight, after a question on another thread.
  private final ProxySelector selector =
      new ProxySelector() {
        @Override
        public List<Proxy> select(URI uri) {
          return List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
      };

  /// What holds the two, and what lets them go.
  private enum Limit {
    HOST {
      @Override
      void set(Downloads list, boolean raised) {
        get(list.setHostConnections(raised ? 24 : 1));
      }
    },
    QUEUE {
      @Override
      void set(Downloads list, boolean raised) {
        get(list.putQueue(RULES.concurrency(raised ? 3 : 1)));
      }
    },
    HOST_OF_QUEUE {
      @Override
      void set(Downloads list, boolean raised) {
        get(list.putQueue(RULES.connectionsPerHost(raised ? 3 : 1)));
      }
    },
    ALL_QUEUES {
      @Override
      void set(Downloads list, boolean raised) {
        get(list.setAtOnce(raised ? 3 : 1));
      }
    },
    /// The first goes on by itself, as all three do.
    STOPPED {
      @Override
      void set(Downloads list, boolean raised) {
        get(raised ? list.startQueue("q") : list.stopQueue("q"));
      }
    },
    HOURS {
      @Override
      void set(Downloads list, boolean raised) {
        DayOfWeek other = LocalDate.now().plusDays(3).getDayOfWeek();
        String closed = other.getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + " 00:00-00:01";
        get(list.putQueue(RULES.schedule(raised ? Schedule.ALWAYS : Schedule.parse(closed))));
      }
    };

    abstract void set(Downloads list, boolean raised);
  }

  @Override
  DownloadsOptions options() {
    DownloadsOptions plain = super.options();
    return plain.network(plain.network().selector(selector));
  }

  @ParameterizedTest
  @EnumSource
  void theyStart(Limit limit) {
    get(downloads.putQueue(RULES));
    for (int time = 0; time < TIMES; time++) {
      limit.set(downloads, false);
      List<ItemId> three = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        three.add(add(held(time, i)));
      }
      if (limit != Limit.STOPPED && limit != Limit.HOURS) {
        await(three.getFirst(), ItemState.RUNNING);
      }
      for (ItemId waiting : three.subList(1, 3)) {
        assertThat(view(waiting).state()).as("time %d", time).isEqualTo(ItemState.QUEUED);
      }
      // as the application says all of it whenever a preference changes
      var first = downloads.setNetwork(options().network());
      limit.set(downloads, true);
      var second = downloads.setNetwork(options().network());
      for (ItemId each : three) {
        await(each, ItemState.RUNNING);
      }
      get(first);
      get(second);
      for (ItemId each : three) {
        get(downloads.remove(each, true));
      }
    }
  }

  private DownloadRequest held(int time, int number) {
    String path = "/held?size=1m&key=k" + time + "-" + number;
    return request(path).queue("q").fetch(FetchWish.DEFAULT.maxSegments(1));
  }
}
