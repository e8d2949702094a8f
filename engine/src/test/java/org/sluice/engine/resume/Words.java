package org.sluice.engine.resume;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.http.Url;
import org.sluice.engine.item.Validators;
import org.sluice.engine.resume.AnswerDecision.Busy;
import org.sluice.engine.resume.AnswerDecision.Changed;
import org.sluice.engine.resume.AnswerDecision.CompareFirst;
import org.sluice.engine.resume.AnswerDecision.Expired;
import org.sluice.engine.resume.AnswerDecision.NeedsCredentials;
import org.sluice.engine.resume.AnswerDecision.NoRanges;
import org.sluice.engine.resume.AnswerDecision.NotSatisfiable;
import org.sluice.engine.resume.AnswerDecision.Refused;
import org.sluice.engine.resume.AnswerDecision.ServerError;
import org.sluice.engine.resume.AnswerDecision.TakeBody;
import org.sluice.engine.resume.AnswerDecision.TakeWhole;
import org.sluice.engine.resume.AnswerDecision.TooMany;
import org.sluice.engine.resume.AnswerDecision.WebPage;

/// The words of the tables: heads and validators in, decisions out, in one line each.
final class Words {
  static final String OLD = "Thu, 01 Jan 2026 00:00:00 GMT";
  static final String LATER = "Fri, 02 Jan 2026 00:00:00 GMT";
  static final String TODAY = "Sun, 01 Mar 2026 12:00:00 GMT";

  private Words() {}

  static Url url(String text) {
    try {
      return Url.parse(text);
    } catch (TransferException e) {
      throw new AssertionError(text, e);
    }
  }

  /// `5000 etag="a" modified=old date=today type=video/mp4`, each of them optional.
  static Validators validators(String words) {
    long length = -1;
    String etag = null;
    String modified = null;
    String type = null;
    for (String word : words.strip().split(" +", -1)) {
      if (word.matches("\\d+")) {
        length = Long.parseLong(word);
      } else if (word.startsWith("etag=")) {
        etag = word.substring(5);
      } else if (word.startsWith("modified=")) {
        modified = time(word.substring(9));
      } else if (word.startsWith("type=")) {
        type = word.substring(5);
      } else if (!word.isEmpty()) {
        throw new IllegalArgumentException(word);
      }
    }
    return new Validators(length, etag, modified, modified == null ? null : TODAY, type);
  }

  private static String time(String word) {
    return switch (word) {
      case "old" -> OLD;
      case "later" -> LATER;
      case "today" -> TODAY; // no later than the answer itself, so it is weak
      default -> throw new IllegalArgumentException(word);
    };
  }

  /// `206 range=1000-4999/5000 etag="a"`; `length=` is Content-Length, other fields by their names.
  static ResponseHead head(String words) {
    String[] all = words.strip().split(" +", -1);
    List<String> fields = new ArrayList<>(List.of("Date", TODAY));
    long length = -1;
    for (int i = 1; i < all.length; i++) {
      int equals = all[i].indexOf('=');
      String name = all[i].substring(0, equals);
      String value = all[i].substring(equals + 1);
      switch (name) {
        case "length" -> length = Long.parseLong(value);
        case "range" -> add(fields, "Content-Range", "bytes " + value);
        case "modified" -> add(fields, "Last-Modified", time(value));
        case "type" -> add(fields, "Content-Type", value);
        default -> add(fields, name, value);
      }
    }
    return new ResponseHead(
        1, Integer.parseInt(all[0]), "", Headers.of(fields.toArray(String[]::new)), length);
  }

  private static void add(List<String> fields, String name, String value) {
    fields.add(name);
    fields.add(value);
  }

  static String words(AnswerDecision decision) {
    return switch (decision) {
      case TakeBody b ->
          "body " + b.span() + " of " + b.total() + " " + b.extent() + " " + b.proof().level();
      case TakeWhole w -> "whole " + w.total() + " " + w.ranges();
      case CompareFirst c ->
          "compare"
              + (c.withoutCondition() ? " without condition" : "")
              + (c.etagRefused() ? ", learn" : "");
      case Changed _ -> "changed";
      case NoRanges n -> "no ranges " + n.why() + " " + n.remedy();
      case NotSatisfiable n -> "416 " + n.total() + " " + n.next();
      case WebPage p -> p.signIn() ? "sign-in" : "page";
      case NeedsCredentials n -> n.proxy() ? "proxy credentials" : "credentials";
      case Expired _ -> "expired";
      case TooMany t -> "too many" + seconds(t.retryAfter().map(r -> r.delay().toSeconds()));
      case Busy b -> "busy" + seconds(b.retryAfter().map(r -> r.delay().toSeconds()));
      case ServerError e -> "error" + seconds(e.retryAfter().map(r -> r.delay().toSeconds()));
      case Refused _ -> "refused";
    };
  }

  private static String seconds(Optional<Long> wait) {
    return wait.map(s -> " " + s + " s").orElse("");
  }
}
