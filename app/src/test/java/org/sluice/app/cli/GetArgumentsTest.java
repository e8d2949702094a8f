package org.sluice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// What is read the short way must mean what it means the long way.
class GetArgumentsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://h/a",
        "-q http://h/a http://h/b",
        "--quiet --overwrite -d dir http://h/a",
        "-o out http://h/a",
        "http://h/a --output out",
        "-i list --parallel 32 -q --cacert ca.pem",
        "--input list --directory dir"
      })
  void bothWaysMeanTheSame(String line) {
    String[] args = ("get " + line).split(" ");
    CommandLine all = Commands.all(Caller.here(args));
    all.parseArgs(args);
    GetCommand command = all.getSubcommands().get("get").getCommand();
    assertThat(GetArguments.read(args)).isNotNull().isEqualTo(command.options());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-q",
        "--help",
        "-qi list",
        "--parallel=3 http://h/a",
        "--parallel x http://h/a",
        "--parallel 0 http://h/a",
        "--parallel",
        "-o a http://h/a http://h/b",
        "--limit-rate 5k http://h/a",
        "-H a:b http://h/a",
        "-- http://h/a",
        "@file",
        "-o -q http://h/a"
      })
  void theRestIsLeftToPicocli(String line) {
    List<String> args = new ArrayList<>(List.of("get"));
    if (!line.isEmpty()) {
      args.addAll(List.of(line.split(" ")));
    }
    assertThat(GetArguments.read(args.toArray(String[]::new))).isNull();
  }
}
