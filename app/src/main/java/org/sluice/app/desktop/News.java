package org.sluice.app.desktop;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.app.said.Said;
import org.sluice.engine.download.DownloadEvent.Changed;

/// What a user who looks elsewhere wants to hear: downloads that are complete, that failed, or that
/// wait for an answer. What happens within [#GATHER_NANOS] is said in one notice.
///
/// **Threads**: one.
final class News {
  static final long GATHER_NANOS = 2_000_000_000L;

  private final List<Piece> pieces = new ArrayList<>();
  private long sinceNanos;

  /// A notice.
  record Notice(String title, String text) {}

  private record Piece(Kind kind, String name, String sentence) {}

  private enum Kind {
    COMPLETE,
    FAILED,
    ASKS
  }

  /// Something happened to a download.
  void happened(Changed change, long nowNanos) {
    Kind kind = kind(change);
    if (kind != null) {
      if (pieces.isEmpty()) {
        sinceNanos = nowNanos;
      }
      pieces.add(
          new Piece(kind, change.item().name(), Said.of(change.item().standing().sentence())));
    }
  }

  private static @Nullable Kind kind(Changed change) {
    return switch (change.item().state()) {
      case COMPLETE -> Kind.COMPLETE;
      case FAILED -> Kind.FAILED;
      case PAUSED ->
          switch (change.item().standing().reason()) {
            case NEEDS_ADDRESS, FILE_CHANGED, NEEDS_CREDENTIALS, NOT_TRUSTED, DISK_FULL ->
                Kind.ASKS;
            default -> null;
          };
      case QUEUED, RUNNING, WAITING, VERIFYING -> null;
    };
  }

  /// What is to be said now; null for nothing.
  @Nullable Notice due(long nowNanos) {
    if (pieces.isEmpty() || nowNanos - sinceNanos < GATHER_NANOS) {
      return null;
    }
    List<Piece> all = List.copyOf(pieces);
    pieces.clear();
    return all.size() == 1 ? single(all.getFirst()) : several(all);
  }

  /// Forgets what the user has seen anyway.
  void seen() {
    pieces.clear();
  }

  private static Notice single(Piece piece) {
    return switch (piece.kind) {
      case COMPLETE -> new Notice(DesktopWords.text("notice.complete"), piece.name);
      case FAILED -> new Notice(DesktopWords.text("notice.failed"), lines(piece));
      case ASKS -> new Notice(DesktopWords.text("notice.asks"), lines(piece));
    };
  }

  private static String lines(Piece piece) {
    return piece.sentence.isEmpty() ? piece.name : piece.name + "\n" + piece.sentence;
  }

  private static Notice several(List<Piece> all) {
    String title = "";
    for (Kind kind : Kind.values()) {
      long count = all.stream().filter(piece -> piece.kind == kind).count();
      if (count > 0) {
        String part = DesktopWords.text("notice.some." + kind.name(), count);
        title = title.isEmpty() ? part : DesktopWords.text("notice.and", title, part);
      }
    }
    return new Notice(title, names(all));
  }

  private static String names(List<Piece> all) {
    List<String> names = all.stream().map(Piece::name).limit(3).toList();
    String text = String.join("\n", names);
    return all.size() > names.size() ? text + "\n…" : text;
  }
}
