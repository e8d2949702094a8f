package org.sluice.engine.metalink;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.Url;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.Source;

/// Which mirrors may be used, and what they may be told.
///
/// A mirror is a stranger: its bytes are mixed with others' only if a strong hash will tell, or if
/// both the list and the mirror came by https. It never gets the user's name, cookies or own
/// fields.
///
/// **Threads**: pure functions.
public final class MirrorRules {
  /// Who named the mirrors.
  public enum NamedBy {
    /// The user, by hand or by a file on this computer.
    USER,
    /// A server, over https.
    HTTPS,
    /// A server, for anybody on the way to change.
    HTTP
  }

  /// A mirror that is not used.
  public record Refused(Source source, String sentence) {}

  /// @param sources the first one and those that may be used besides
  public record Admitted(List<Source> sources, List<Refused> refused) {
    public Admitted {
      sources = List.copyOf(sources);
      refused = List.copyOf(refused);
    }
  }

  /// Fields that say nothing of the user.
  private static final Set<String> HARMLESS =
      Set.of("user-agent", "accept", "accept-language", "accept-encoding");

  private MirrorRules() {}

  /// @param first the address that the user gave or, in a Metalink, the best one; always admitted
  /// @param checksums of the whole file
  public static Admitted admit(
      Source first, List<Source> mirrors, List<Checksum> checksums, NamedBy namedBy) {
    List<Source> sources = new ArrayList<>(List.of(first));
    List<Refused> refused = new ArrayList<>();
    Set<String> known = new HashSet<>(Set.of(normal(first)));
    boolean proven = checksums.stream().anyMatch(c -> c.algorithm().isStrong());
    for (Source mirror : mirrors) {
      if (!known.add(normal(mirror))) {
        continue;
      }
      String complaint = complaint(first, mirror, proven, namedBy);
      if (complaint.isEmpty()) {
        sources.add(mirror);
      } else {
        refused.add(new Refused(mirror, complaint));
      }
    }
    return new Admitted(sources, refused);
  }

  private static String normal(Source source) {
    try {
      return Url.parse(source.url()).toString();
    } catch (TransferException e) {
      return source.url(); // refused with a sentence, unless it is the first
    }
  }

  /// Empty if there is none.
  private static String complaint(Source first, Source mirror, boolean proven, NamedBy namedBy) {
    try {
      Url url = Url.parse(mirror.url());
      if (namedBy != NamedBy.USER && isInside(url) && !isInside(Url.parse(first.url()))) {
        return url.host() + " is inside of this network, where a server elsewhere has no say";
      }
      if (namedBy != NamedBy.USER && url.userInfo() != null) {
        return url.host() + " was named with a password, which is not for everybody to use";
      }
      if (proven) {
        return "";
      }
      if (namedBy == NamedBy.HTTP) {
        return "It was named over http, and there is no strong hash to check the file with";
      }
      if (!url.isTls()) {
        return "It does not speak https, and there is no strong hash to check the file with";
      }
      return "";
    } catch (TransferException e) {
      return Notes.withoutSecrets(e.sentence());
    }
  }

  /// Whether an address is of this computer or its own network, as far as the name tells.
  static boolean isInside(Url url) {
    String host = url.host();
    if (host.equals("localhost") || host.endsWith(".localhost") || host.endsWith(".local")) {
      return true;
    }
    try {
      InetAddress address = InetAddress.ofLiteral(host);
      byte first = address.getAddress()[0];
      return address.isLoopbackAddress()
          || address.isAnyLocalAddress()
          || address.isLinkLocalAddress()
          || address.isSiteLocalAddress()
          || (address.getAddress().length == 16 && (first & 0xfe) == 0xfc);
    } catch (IllegalArgumentException e) {
      return false; // a name; what it stands for is known only later
    }
  }

  /// What is asked of a mirror: as of the first address, but without anything that is the user's.
  /// The same origin is no stranger.
  public static FetchWish wishFor(FetchWish wish, Source first, Source mirror) {
    try {
      if (Url.parse(first.url()).sameOrigin(Url.parse(mirror.url()))) {
        return wish;
      }
    } catch (TransferException e) {
      // No origin at all is surely another one.
    }
    List<Headers.Field> kept =
        wish.headers().fields().stream()
            .filter(field -> HARMLESS.contains(field.name().toLowerCase(Locale.ROOT)))
            .toList();
    return wish.headers(new Headers(kept)).user(null);
  }
}
