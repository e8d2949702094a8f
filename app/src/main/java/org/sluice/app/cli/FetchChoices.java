package org.sluice.app.cli;

import java.io.Console;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.FetchWish;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options of `get` that say how each file is fetched.
final class FetchChoices {
  @Option(
      names = {"-s", "--segments"},
      paramLabel = "N",
      defaultValue = "" + FetchWish.DEFAULT_SEGMENTS,
      description = {
        "Connections for one file at most; ${DEFAULT-VALUE} if not given.",
        "More are opened only while they make it faster."
      })
  private int segments;

  @Option(
      names = "--in-order",
      description = "Fill files from their start on, to look into them early.")
  private boolean inOrder;

  @Option(
      names = {"-u", "--user"},
      paramLabel = "NAME:PASSWORD",
      description = "For the server of the URL only; without a password it is asked for.")
  private @Nullable String user;

  @Option(names = "--proxy", paramLabel = "URL", description = "Reach servers through this proxy.")
  private @Nullable String proxy;

  @Mixin private TransferChoices transfer = new TransferChoices();

  FetchChoices() {}

  TransferSettings transfer() {
    return transfer.settings();
  }

  /// @param console to ask for a password; null if there is nobody to ask
  /// @throws IllegalArgumentException if the number of segments is none, or a password is missing
  FetchWish fetch(@Nullable Console console) {
    TransferSettings each = transfer.settings();
    return FetchWish.DEFAULT
        .maxSegments(segments)
        .inOrder(inOrder)
        .user(Credentials.complete(user, console))
        .proxy(proxy)
        .headers(each.headers())
        .caFile(each.tls().trust().roots().file())
        .limitBytesPerSecond(each.rateBytesPerSecond());
  }
}
