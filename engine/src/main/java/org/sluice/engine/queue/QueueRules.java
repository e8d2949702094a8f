package org.sluice.engine.queue;

import java.time.ZonedDateTime;

/// How one queue runs its downloads.
///
/// @param name by which downloads name it
/// @param running whether it may start downloads at all
/// @param concurrency downloads at once
/// @param connectionsPerHost with so many to one server, those of all queues together, it starts no
///   further download there; 0 for no limit of its own
/// @param speed of all its downloads together
/// @param schedule when it is open
public record QueueRules(
    String name,
    boolean running,
    int concurrency,
    int connectionsPerHost,
    SpeedPlan speed,
    Schedule schedule,
    AfterFinish afterFinish) {
  public static final int DEFAULT_CONCURRENCY = 3;

  /// That of all queues holds.
  public static final int DEFAULT_CONNECTIONS_PER_HOST = 0;

  public static final int MOST_AT_ONCE = 1_000;

  public QueueRules {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a queue needs a name");
    }
    if (concurrency < 1 || concurrency > MOST_AT_ONCE) {
      throw new IllegalArgumentException(
          "a queue runs 1 to " + MOST_AT_ONCE + " downloads at once, not " + concurrency);
    }
    if (connectionsPerHost < 0 || connectionsPerHost > MOST_AT_ONCE) {
      throw new IllegalArgumentException(
          "connections to a host are 0 to " + MOST_AT_ONCE + ", not " + connectionsPerHost);
    }
  }

  /// A queue that runs at all times.
  public static QueueRules named(String name) {
    return new QueueRules(
        name,
        true,
        DEFAULT_CONCURRENCY,
        DEFAULT_CONNECTIONS_PER_HOST,
        SpeedPlan.NONE,
        Schedule.ALWAYS,
        AfterFinish.NOTHING);
  }

  /// Whether it may have downloads running now.
  public boolean isOpen(ZonedDateTime at) {
    return running && schedule.isOpen(at);
  }

  /// The same rules under another name.
  public QueueRules name(String value) {
    return new QueueRules(
        value, running, concurrency, connectionsPerHost, speed, schedule, afterFinish);
  }

  public QueueRules running(boolean value) {
    return new QueueRules(
        name, value, concurrency, connectionsPerHost, speed, schedule, afterFinish);
  }

  public QueueRules concurrency(int value) {
    return new QueueRules(name, running, value, connectionsPerHost, speed, schedule, afterFinish);
  }

  public QueueRules connectionsPerHost(int value) {
    return new QueueRules(name, running, concurrency, value, speed, schedule, afterFinish);
  }

  public QueueRules speed(SpeedPlan value) {
    return new QueueRules(
        name, running, concurrency, connectionsPerHost, value, schedule, afterFinish);
  }

  public QueueRules schedule(Schedule value) {
    return new QueueRules(
        name, running, concurrency, connectionsPerHost, speed, value, afterFinish);
  }

  public QueueRules afterFinish(AfterFinish value) {
    return new QueueRules(name, running, concurrency, connectionsPerHost, speed, schedule, value);
  }
}
