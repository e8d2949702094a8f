package org.sluice.app.curl.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluice.engine.lab.LabOptions;
import org.sluice.engine.lab.LabServer;

/// TLS, proxies and HTTP/2 by real curl and by `sluice curl`: the same exit code, output, files and
/// requests. [TwinTest] has the rest.
class LayerTwinTest {
  @TempDir static Path keyFolder;
  private static TwinKeys keys;
  private static LabServer lab;

  @TempDir Path folder;

  static Stream<String> commands() {
    return LayerCommands.all();
  }

  @BeforeAll
  static void open() throws Exception {
    assumeTrue(Twin.hasCurl(), "there is no curl on this machine to compare with");
    assumeTrue(TwinKeys.canBeMade(), "there is no openssl on this machine to make keys");
    keys = TwinKeys.make(keyFolder);
    lab = LabServer.start(LabOptions.defaults().withLogLimit(100_000));
  }

  @AfterAll
  static void close() throws Exception {
    if (lab != null) {
      lab.close();
    }
  }

  private static Twin.Outcome run(boolean real, String command, Path to) throws Exception {
    return Twin.run(real, command, Files.createDirectory(to), keys, lab);
  }

  @ParameterizedTest(name = "curl {0}")
  @MethodSource("commands")
  void doTheSame(String command) throws Exception {
    Twin.Outcome curls = run(true, command, folder.resolve("curl"));
    Twin.Outcome ours = run(false, command, folder.resolve("ours"));
    String said = "\ncurl said: " + curls.err() + "\nwe said: " + ours.err();
    assertThat(ours.code()).as("exit code of %s%s", command, said).isEqualTo(curls.code());
    assertThat(ours.requests()).as("requests of %s%s", command, said).isEqualTo(curls.requests());
    assertThat(ours.out()).as("output of %s%s", command, said).isEqualTo(curls.out());
    assertThat(ours.files()).as("files of %s%s", command, said).isEqualTo(curls.files());
  }
}
