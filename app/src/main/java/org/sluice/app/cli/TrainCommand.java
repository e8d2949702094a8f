package org.sluice.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `sluice train`: does once what a start of `get` needs, for the build to record (an AOT cache).
///
/// The sizes matter: a cache that saw too little of a loop makes the JVM compile it badly, and with 10 MiB
/// over TLS in the training a 2 GiB download took 1.8 times as long as with 300 MiB.
///
/// Every recorded class makes every start a little longer, so the server of the downloads is another
/// process.
@Command(name = "train", hidden = true, description = "Makes a training run for the AOT cache.")
final class TrainCommand implements Callable<Integer> {
  private static final int FILES = 4_000;

  TrainCommand() {}

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("sluice-train");
    Path pem = folder.resolve("lab.pem");
    try (LabProcess lab = LabProcess.start(pem)) {
      Path list = Files.writeString(folder.resolve("list"), list(lab.http() + "bytes/10k", folder));
      int failed = get(folder, "-q", "-i", list.toString(), "--parallel", "32");
      failed += get(folder, "-q", "-o", folder + "/plain", lab.http() + "bytes/100m");
      failed +=
          get(
              folder,
              "--cacert",
              pem.toString(),
              "-d",
              folder + "/tls",
              lab.https() + "bytes/300m");
      failed += get(folder, "-q", "-d", folder + "/chunked", lab.http() + "chunked");
      failed += get(folder, "-q", "-d", folder + "/redirect", lab.http() + "redir");
      failed += CommandLineMain.run(new String[] {"list", "--data-dir", folder + "/list-data"});
      failed +=
          CommandLineMain.run(
              new String[] {"curl", "-q", "-sSL", "-o", folder + "/curl", lab.http() + "redir"});
      return failed;
    } finally {
      Folders.delete(folder);
    }
  }

  /// With a list of its own, not the user's.
  private static int get(Path folder, String... arguments) {
    List<String> all = new ArrayList<>(List.of("get", "--data-dir", folder + "/list-data"));
    all.addAll(List.of(arguments));
    return CommandLineMain.run(all.toArray(String[]::new));
  }

  private static String list(String url, Path folder) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < FILES; i++) {
      lines.append(url).append('\t').append(folder).append("/many/").append(i).append('\n');
    }
    return lines.toString();
  }
}
