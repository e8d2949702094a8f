package org.sluice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is documented is what there is.
class ExitCodeTableTest {
  @Test
  void theReadmeHasEveryCode() throws IOException {
    List<String> table =
        Files.readAllLines(Path.of("..", "README.md")).stream()
            .filter(line -> line.matches("\\| \\d+ \\| .*"))
            .toList();
    assertThat(table)
        .isEqualTo(
            Arrays.stream(ExitCode.values())
                .map(code -> "| " + code.number() + " | " + code.meaning() + " |")
                .toList());
  }

  @Test
  void helpFitsItsTerminal() {
    CliTestBase.Ran help = CliTestBase.sluice("get", "--help");
    assertThat(help.out().lines()).allMatch(line -> line.length() <= 80);
    for (String command : new String[] {"", "list", "resume", "remove", "verify"}) {
      String[] args = command.isEmpty() ? new String[] {"--help"} : new String[] {command, "-h"};
      CliTestBase.Ran ran = CliTestBase.sluice(args);
      assertThat(ran.code()).as(command).isZero();
      assertThat(ran.out()).contains("Examples:").doesNotContain("null");
    }
  }
}
