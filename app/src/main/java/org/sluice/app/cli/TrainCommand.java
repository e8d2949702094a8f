package org.sluice.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sluice.engine.lab.LabServer;
import picocli.CommandLine.Command;

/// `sluice train`: runs everything once that a start needs, for the build to record (an AOT cache).
@Command(name = "train", hidden = true, description = "Makes a training run for the AOT cache.")
final class TrainCommand implements Callable<Integer> {
  private static final int FILES = 3_000;

  TrainCommand() {}

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("sluice-train");
    try (LabServer lab = LabServer.start()) {
      Path pem = Files.writeString(folder.resolve("lab.pem"), lab.certificatePem());
      Path list = Files.writeString(folder.resolve("list"), list(lab, folder));
      int failed = get("-q", "-i", list.toString(), "--parallel", "32");
      failed += get("-o", folder + "/plain", lab.http("/10m").toString());
      failed +=
          get("--cacert", pem.toString(), "-d", folder + "/tls", lab.https("/10m").toString());
      failed += get("-q", "-d", folder + "/chunked", lab.http("/chunked").toString());
      failed += get("-q", "-d", folder + "/redirect", lab.http("/redir").toString());
      return failed;
    } finally {
      Folders.delete(folder);
    }
  }

  private static int get(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "get";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return CommandLineMain.run(all);
  }

  private static String list(LabServer lab, Path folder) {
    String url = lab.http("/bytes/10k").toString();
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < FILES; i++) {
      lines.append(url).append('\t').append(folder).append("/many/").append(i).append('\n');
    }
    return lines.toString();
  }
}
