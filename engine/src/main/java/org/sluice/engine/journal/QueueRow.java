package org.sluice.engine.journal;

/// A queue of downloads as the journal keeps it.
///
/// @param name by which items name it
/// @param place among the queues; lower goes first
/// @param running whether it starts downloads
/// @param concurrency how many downloads at once
/// @param connectionsPerHost how many to one host at most; 0 for no limit of its own
/// @param limitBytesPerSecond of all its downloads together; 0 for none
/// @param schedule when it runs, in the words of package `queue`; empty for always
/// @param afterFinish what happens when it is empty, in the words of its owner; empty for nothing
public record QueueRow(
    String name,
    long place,
    boolean running,
    int concurrency,
    int connectionsPerHost,
    long limitBytesPerSecond,
    String schedule,
    String afterFinish) {
  public QueueRow {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a queue needs a name");
    }
    if (concurrency < 0 || connectionsPerHost < 0 || limitBytesPerSecond < 0) {
      throw new IllegalArgumentException("a limit of queue " + name + " is negative");
    }
  }
}
