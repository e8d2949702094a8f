package org.sluice.app.add;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sluice.app.curl.CurlCommand;
import org.sluice.app.curl.CurlImport;
import org.sluice.app.curl.UsageException;
import org.sluice.app.fx.Amounts;
import org.sluice.app.monitor.UrlEntry;
import org.sluice.app.said.Said;
import org.sluice.app.words.Redaction;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;

/// The downloads that a command of curl asks for, as people copy it from a browser. Into which folder
/// they go is said in the dialog.
///
/// **Threads**: pure functions.
final class CurlLinks {
  private static final Path ANYWHERE = Path.of("").toAbsolutePath();

  private CurlLinks() {}

  static LinkText of(String text) {
    List<Link> links = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    try {
      CurlCommand command = CurlCommand.parse(text);
      CurlImport read = CurlImport.of(command, ANYWHERE);
      read.refused().forEach(sentence -> complaints.add(Said.of(sentence)));
      command.warnings().forEach(sentence -> notes.add(Said.of(sentence)));
      read.left().forEach(sentence -> notes.add(Said.of(sentence)));
      for (DownloadRequest request : read.requests()) {
        switch (UrlEntry.of(request.sources().getFirst().url())) {
          case UrlEntry.Good(String url) ->
              links.add(new Link(url, request.fetch(), request.file().name()));
          case UrlEntry.Bad(String words) -> complaints.add(words);
        }
      }
      read.requests().stream()
          .map(DownloadRequest::fetch)
          .distinct()
          .forEach(fetch -> unseen(fetch, notes));
    } catch (UsageException e) {
      complaints.add(AddWords.text("curl.unread", Said.of(e.sentence())));
    }
    return new LinkText(links, complaints, notes);
  }

  /// What has no field of its own in the dialog is said.
  private static void unseen(FetchWish fetch, List<String> notes) {
    if (fetch.proxy() != null) {
      notes.add(AddWords.text("curl.proxy", Redaction.of(fetch.proxy())));
    }
    if (fetch.caFile() != null) {
      notes.add(AddWords.text("curl.cacert", fetch.caFile()));
    }
    if (fetch.limitBytesPerSecond() > 0) {
      notes.add(AddWords.text("curl.limit", Amounts.rate(fetch.limitBytesPerSecond())));
    }
  }
}
