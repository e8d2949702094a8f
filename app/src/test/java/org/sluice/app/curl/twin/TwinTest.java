package org.sluice.app.curl.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each option, by real curl and by `sluice curl`: the same exit code, output, files and requests.
///
/// Left out of the comparison: what is said on the standard error, whose words are our own; and the
/// order of fields in a request, which means nothing.
class TwinTest {
  private static final boolean CURL = Twin.hasCurl();

  @TempDir Path folder;

  static Stream<String> commands() {
    return TwinCommands.all();
  }

  @ParameterizedTest(name = "curl {0}")
  @MethodSource("commands")
  void doTheSame(String command) throws Exception {
    assumeTrue(CURL, "there is no curl on this machine to compare with");
    Twin.Outcome curls = Twin.run(true, command, Files.createDirectory(folder.resolve("curl")));
    Twin.Outcome ours = Twin.run(false, command, Files.createDirectory(folder.resolve("ours")));
    String said = "\ncurl said: " + curls.err() + "\nwe said: " + ours.err();
    assertThat(ours.requests()).as("requests of %s%s", command, said).isEqualTo(curls.requests());
    assertThat(ours.code()).as("exit code of %s%s", command, said).isEqualTo(curls.code());
    assertThat(ours.out()).as("output of %s%s", command, said).isEqualTo(curls.out());
    assertThat(ours.files()).as("files of %s%s", command, said).isEqualTo(curls.files());
  }
}
