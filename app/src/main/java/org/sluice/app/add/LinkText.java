package org.sluice.app.add;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sluice.app.monitor.UrlEntry;
import org.sluice.app.pattern.UrlPattern;
import org.sluice.app.said.Said;
import org.sluice.app.words.Redaction;

/// What was typed or pasted, as links: one address a line, patterns such as `[01-20]`, a curl command, or
/// a text that links stand in.
///
/// **Threads**: pure functions. **Limits**: [#MOST].
///
/// @param complaints what could not be understood, a sentence each
/// @param notes what of a command is not followed
public record LinkText(List<Link> links, List<String> complaints, List<String> notes) {
  /// More are not taken at once.
  public static final int MOST = 10_000;

  public LinkText {
    links = List.copyOf(links);
    complaints = List.copyOf(complaints);
    notes = List.copyOf(notes);
  }

  /// Reads a text.
  public static LinkText of(String text) {
    if (isCurl(text)) {
      return CurlLinks.of(text);
    }
    Set<String> urls = new LinkedHashSet<>();
    List<String> complaints = new ArrayList<>();
    for (String line : LinksInText.lines(text)) {
      if (!line.startsWith("#")) {
        line(line, urls, complaints);
      }
    }
    return new LinkText(urls.stream().map(Link::of).toList(), complaints, List.of());
  }

  /// Whether it is a command, perhaps with a prompt before it.
  public static boolean isCurl(String text) {
    return text.strip().toLowerCase(Locale.ROOT).matches("(?s)[$>%#]?\\s*curl(\\.exe)?\\s.*");
  }

  /// Whether it names a torrent, which is not fetched.
  static boolean isTorrent(String line) {
    String small = line.toLowerCase(Locale.ROOT);
    return small.startsWith("magnet:") || small.endsWith(".torrent");
  }

  private static void line(String line, Set<String> urls, List<String> complaints) {
    if (isTorrent(line)) {
      complaints.add(AddWords.text("torrent", shortened(line)));
      return;
    }
    try {
      UrlPattern pattern = UrlPattern.isIn(line) ? UrlPattern.parse(line) : UrlPattern.plain(line);
      if (urls.size() + pattern.count() > MOST) {
        complaints.add(AddWords.text("tooMany", MOST));
        return;
      }
      for (long i = 0; i < pattern.count(); i++) {
        switch (UrlEntry.of(pattern.address(i).url())) {
          case UrlEntry.Good(String url) -> urls.add(url);
          case UrlEntry.Bad(String words) -> {
            complaints.add(AddWords.text("complaint.of", shortened(line), words));
            return;
          }
        }
      }
    } catch (IllegalArgumentException e) {
      complaints.add(AddWords.text("complaint.of", shortened(line), Said.of(e)));
    }
  }

  static String shortened(String line) {
    String shown = Redaction.of(line);
    return shown.length() <= 60 ? shown : shown.substring(0, 59) + "…";
  }
}
