package org.sluice.engine.metalink;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.Url;
import org.sluice.engine.item.Source;

/// The mirrors that a response names, and the Metalink files that describe it.
///
/// **Threads**: a pure function. **Limits**: those of [LinkParser].
///
/// **Source**: RFC 6249, 3 and 4.
///
/// @param mirrors absolute, by priority, without the address that was asked
/// @param metalinks absolute addresses of Metalink files about the same file
/// @param notes what was passed by, and why
public record MirrorLinks(List<Source> mirrors, List<Url> metalinks, List<String> notes) {
  private static final int MOST_NOTES = 16;

  public MirrorLinks {
    mirrors = List.copyOf(mirrors);
    metalinks = List.copyOf(metalinks);
    notes = List.copyOf(notes);
  }

  /// @param asked the address of the response
  public static MirrorLinks of(Headers headers, Url asked) {
    List<Source> mirrors = new ArrayList<>();
    List<Url> metalinks = new ArrayList<>();
    Notes notes = new Notes(MOST_NOTES);
    Set<Url> seen = new HashSet<>(Set.of(asked));
    for (WebLink link : LinkParser.parse(headers.all("Link"))) {
      boolean mirror = link.hasRelation("duplicate");
      boolean metalink = link.hasRelation("describedby") && isMetalink(link.parameter("type"));
      if (link.parameter("anchor") != null || (!mirror && !metalink)) {
        continue; // about something else
      }
      try {
        Url url = asked.resolve(link.target());
        if (!seen.add(url)) {
          continue;
        }
        if (mirror) {
          mirrors.add(new Source(url.toString(), priority(link), country(link.parameter("geo"))));
        } else {
          metalinks.add(url);
        }
      } catch (TransferException e) {
        notes.add("A mirror is left out: " + Notes.shown(e.sentence()));
      }
    }
    mirrors.sort(Comparator.comparingInt(Source::priority));
    return new MirrorLinks(mirrors, metalinks, notes.all());
  }

  private static boolean isMetalink(@Nullable String type) {
    return type != null
        && type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip().equals(MetalinkReader.MEDIA_TYPE);
  }

  private static int priority(WebLink link) {
    String pri = link.parameter("pri");
    int value = pri != null && pri.matches("[0-9]{1,6}") ? Integer.parseInt(pri) : 0;
    return value < 1 ? Source.LAST : value;
  }

  private static @Nullable String country(@Nullable String geo) {
    return geo == null ? null : FileParts.country(geo);
  }
}
