package org.sluice.app.learn;

import java.util.List;
import org.sluice.engine.lab.LabServer;
import org.sluice.engine.multi.Transfer;
import org.sluice.engine.request.BodySink;
import org.sluice.engine.request.TransferOptions;

/// What the engine of the lesson downloads from the lab server.
///
/// **Limits**: small enough that every step of it can be kept.
enum LabCase {
  SMALL(0, 0, "/slowstart"),
  ONE_SOCKET(1, 0, "/slowstart", "/slowstart"),
  TWO_SOCKETS(0, 0, "/100k", "/100k"),
  REDIRECT(0, 0, "/redir"),
  SLOW(0, 0, "/throttled?size=64k&rate=32k"),
  LIMITED(0, 32_000, "/100k"),
  CUT(0, 0, "/close-mid");

  private final int connectionsPerHost;
  private final long limitBytesPerSecond;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is
  private final List<String> paths;

  LabCase(int connectionsPerHost, long limitBytesPerSecond, String... paths) {
    this.connectionsPerHost = connectionsPerHost;
    this.limitBytesPerSecond = limitBytesPerSecond;
    this.paths = List.of(paths);
  }

  /// 0 for no limit.
  int connectionsPerHost() {
    return connectionsPerHost;
  }

  /// How many transfers there are.
  int transfers() {
    return paths.size();
  }

  /// The transfers, not added to anything yet; their bodies go nowhere.
  List<Transfer> of(LabServer lab) {
    return paths.stream().map(path -> transfer(lab.http(path).toString())).toList();
  }

  private Transfer transfer(String url) {
    return new Transfer(
        TransferOptions.builder(url).recvLimitBytesPerSecond(limitBytesPerSecond).build(),
        BodySink.DISCARD);
  }

  /// Its name, as a menu has it.
  String title() {
    return LearnWords.text("case." + name());
  }
}
