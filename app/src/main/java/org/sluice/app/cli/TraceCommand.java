package org.sluice.app.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.multi.Transfer;
import org.sluice.engine.request.BodySink;
import org.sluice.engine.request.TlsOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sluice trace`: downloads into nowhere and shows every call and callback.
@Command(
    name = "trace",
    description = "Shows each call, callback and timer of downloads; keeps no file.",
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice trace lab:small                   a server in this process; no network needed",
      "  sluice trace labs:/small                 the same over TLS",
      "  sluice trace --jsonl t.jsonl lab:redir   one JSON object a line, to compare with libcurl's",
      "The calls have the names that they have in libcurl. Sockets are S0, S1 …; P1 is what the",
      "application assigned to one; rx is bytes of bodies given to the application in the call."
    })
final class TraceCommand implements Callable<Integer> {
  private static final String STDOUT = "-";

  @Parameters(paramLabel = "URL", arity = "1..*", description = "What to download, all at once.")
  private List<String> urls = new ArrayList<>();

  @Option(
      names = "--jsonl",
      paramLabel = "FILE",
      description = "Write JSON Lines to this file; - is the standard output.")
  private @Nullable String jsonl;

  @Mixin private TransferChoices choices = new TransferChoices();

  @Mixin HelpChoice help = new HelpChoice();

  @Override
  public Integer call() throws InterruptedException {
    try (LabAddresses lab = new LabAddresses();
        Writer out = open()) {
      List<Transfer> transfers = new ArrayList<>();
      for (String url : urls) {
        transfers.add(transfer(url, lab));
      }
      TraceOutput output =
          jsonl == null ? new TraceText(out) : new TraceLines(out, String.join(" ", urls));
      return exitCode(new TraceRun(transfers, output).run());
    } catch (TransferException e) {
      System.err.println(
          "sluice: " + e.sentence() + " (" + e.code() + ", " + e.code().number() + ")");
      return e.code().number();
    } catch (IOException | UncheckedIOException e) {
      System.err.println("sluice: the trace cannot be written: " + e.getMessage());
      return CommandLineMain.FAILED;
    }
  }

  private Transfer transfer(String url, LabAddresses lab) throws TransferException {
    String real = url;
    TlsOptions trust = null;
    if (LabAddresses.isOne(url)) {
      real = lab.resolve(url);
      trust = lab.trust();
    }
    return new Transfer(choices.settings().options(real, trust), BodySink.DISCARD);
  }

  private Writer open() throws IOException {
    return jsonl == null || jsonl.equals(STDOUT)
        ? new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8))
        : Files.newBufferedWriter(Path.of(jsonl));
  }

  private static int exitCode(TraceRun.Ended ended) {
    for (String failure : ended.failures()) {
      System.err.println("sluice: " + failure);
    }
    if (ended.dropped() > 0) {
      System.err.println(
          "sluice: " + ended.dropped() + " events came too fast and are not in the trace");
    }
    return ended.exitCode();
  }
}
