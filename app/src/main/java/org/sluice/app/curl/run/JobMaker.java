package org.sluice.app.curl.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sluice.app.curl.Destination;
import org.sluice.app.curl.Inputs;
import org.sluice.app.curl.Numbers;
import org.sluice.app.curl.Operation;
import org.sluice.app.curl.PostData;
import org.sluice.app.curl.Protocols;
import org.sluice.app.curl.Urls;
import org.sluice.app.curl.UsageException;
import org.sluice.app.pattern.NameTemplate;
import org.sluice.app.pattern.PatternException;
import org.sluice.engine.request.TransferOptions;

/// Makes everything ready that one transfer needs: its URL, its output, its options.
///
/// **Errors**: [JobException], [UsageException] for a file that cannot be read.
final class JobMaker {
  private final Place place;
  private final Inputs inputs;
  private final Messages messages;
  private final CookieShelf cookies;

  JobMaker(Place place, Inputs inputs, Messages messages, CookieShelf cookies) {
    this.cookies = cookies;
    this.place = place;
    this.inputs = inputs;
    this.messages = messages;
  }

  /// A transfer that can begin.
  ///
  /// @param etag what `--etag-compare` found
  /// @param run null where nothing is to be transferred
  /// @param problem why it cannot be transferred all the same; null if it can
  record Ready(
      Job job,
      String url,
      @Nullable String etag,
      @Nullable TransferOptions options,
      @Nullable JobRun run,
      @Nullable JobException problem) {}

  Ready make(Job job) throws UsageException {
    Operation operation = job.operation();
    SideFiles side = new SideFiles(place, operation, messages);
    String etag = side.etagToCompare();
    if (!side.prepareEtag()) {
      throw new NothingToDo();
    }
    String url = url(job);
    OutputFile output = output(job, url, side);
    if (operation.isOn("skip-existing")
        && output.name() != null
        && Files.exists(place.path(output.name()))) {
      messages.note("skips transfer, \"" + output.name() + "\" exists locally");
      return new Ready(job, url, etag, null, null, null);
    }
    long offset = offset(operation, output);
    if (offset > 0 && output.isFile()) {
      try {
        output.continueAt(offset);
      } catch (IOException e) {
        throw new JobException(ExitCodes.WRITE_ERROR, "cannot open '" + output.name() + "'");
      }
    }
    JobRun run = new JobRun(job, output, side, messages, offset);
    try {
      checkScheme(operation, url);
      TransferOptions options =
          new OptionsMaker(operation, inputs, place, cookies)
              .make(job, url, offset, etag, run::watched);
      return new Ready(job, url, etag, options, run, null);
    } catch (JobException e) {
      return new Ready(job, url, etag, null, run, e);
    }
  }

  /// The options for another attempt of `ready`, which goes on at `offset`.
  TransferOptions again(Ready ready, JobRun run, long offset) throws UsageException {
    return new OptionsMaker(ready.job().operation(), inputs, place, cookies)
        .make(ready.job(), ready.url(), offset, ready.etag(), run::watched);
  }

  private String url(Job job) throws UsageException {
    Operation operation = job.operation();
    String url = Urls.withScheme(job.url(), operation.text("proto-default", ""));
    String upload = job.upload();
    if (upload != null && !upload.equals("-") && !upload.equals(".")) {
      url = Urls.withFileName(url, upload);
    }
    if (operation.isOn("get")) {
      byte[] data = PostData.of(operation, inputs);
      if (data != null) {
        url = Urls.withQuery(url, new String(data, java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    String query = PostData.query(operation, inputs);
    return query == null ? url : Urls.withQuery(url, query);
  }

  private static void checkScheme(Operation operation, String url) {
    String scheme = url.substring(0, url.indexOf("://")).toLowerCase(Locale.ROOT);
    String user = Urls.part(url, "user");
    String password = Urls.part(url, "password");
    if ((user + password).indexOf('@') >= 0) {
      // curl ends the name at the first, browsers at the last.
      throw new JobException(
          ExitCodes.URL_MALFORMAT,
          "URL rejected: more than one @ before the host; %40 is one in a name or password");
    }
    boolean known = scheme.equals("http") || scheme.equals("https");
    String allowed = operation.text("proto");
    boolean forbidden = allowed != null && !Protocols.parse(allowed, Protocols.ALL).allows(scheme);
    if (!known || forbidden) {
      throw new JobException(
          ExitCodes.UNSUPPORTED_PROTOCOL,
          "Protocol \"" + scheme + "\" " + (known ? "disabled" : "not supported"));
    }
    if (operation.isOn("disallow-username-in-url") && Urls.part(url, "user") != null) {
      throw new JobException(
          ExitCodes.LOGIN_DENIED, "URL rejected: Credentials was passed in the URL");
    }
    String host = String.valueOf(Urls.part(url, "host")).toLowerCase(Locale.ROOT);
    if (host.endsWith(".onion") || host.endsWith(".onion.")) {
      throw new JobException(
          ExitCodes.COULDNT_RESOLVE_HOST, "Not resolving .onion address (RFC 7686)");
    }
  }

  private OutputFile output(Job job, String url, SideFiles side) {
    Operation operation = job.operation();
    String name =
        switch (job.target().where()) {
          case Destination.Stdout out -> null;
          case Destination.Nowhere none -> null;
          case Destination.Remote remote -> ServerName.ofUrl(url);
          case Destination.Named(String template) -> fill(template, job);
        };
    if (name == null) {
      return job.target().where() instanceof Destination.Nowhere
          ? OutputFile.nowhere(place)
          : OutputFile.stdout(place);
    }
    if (name.isEmpty()) {
      throw new JobException(ExitCodes.WRITE_ERROR, "output glob produces empty string");
    }
    String folder = operation.text("output-dir");
    String full = folder == null ? name : folder + "/" + name;
    side.folders(full);
    Boolean clobber = operation.has("clobber") ? operation.isOn("clobber") : null;
    String mode = operation.text("create-file-mode");
    return OutputFile.named(
        place, full, new OutputFile.Writing(clobber, mode == null ? -1 : Numbers.octal(mode)));
  }

  private static String fill(String template, Job job) {
    try {
      return NameTemplate.fill(template, job.values(), job.named());
    } catch (PatternException e) {
      throw new JobException(ExitCodes.BAD_ARGUMENT, e.inCurlsWords(template));
    }
  }

  private long offset(Operation operation, OutputFile output) {
    String at = operation.text("continue-at");
    if (at == null) {
      return 0;
    }
    if (!at.equals("-")) {
      return Numbers.count(at);
    }
    try {
      Path path = output.name() == null ? null : place.path(output.name());
      return path != null && Files.exists(path) ? Files.size(path) : 0;
    } catch (IOException e) {
      throw new JobException(ExitCodes.WRITE_ERROR, "cannot open '" + output.name() + "'");
    }
  }
}
