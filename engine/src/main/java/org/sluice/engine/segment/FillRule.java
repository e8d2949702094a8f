package org.sluice.engine.segment;

import java.util.Comparator;
import java.util.Optional;
import org.sluice.engine.range.Span;

/// What the next carrier does: take what is free, help whoever needs longest, or race at the end.
final class FillRule {
  private FillRule() {}

  /// Opens carriers for as long as there is room for them and something worth doing.
  static void fill(Draft draft) {
    boolean more = true;
    while (more) {
      more = draft.scene().room() > 0 && mayAsk(draft.ground) && one(draft);
    }
  }

  /// Where parts are not to be had, only a request from the start is of use, and only as long as
  /// nothing is kept.
  static boolean mayAsk(Ground ground) {
    return ground.parts() != Ground.Parts.UNUSABLE
        || (ground.fresh()
            && ground.free().spans().size() == 1
            && ground.free().spans().getFirst().from() == 0
            && (!ground.lengthKnown() || ground.free().total() == ground.length()));
  }

  private static boolean one(Draft draft) {
    Scene scene = draft.scene();
    Optional<Span> next =
        scene.inOrder() ? InOrderRule.next(scene) : longest(scene.state().ground());
    if (next.isPresent()) {
      draft.open(next.get(), reason(scene, next.get()));
      return true;
    }
    if (scene.inOrder()) {
      Optional<VictimRule.Cut> tooLong = InOrderRule.tooLong(scene);
      if (tooLong.isPresent()) {
        draft.shrink(tooLong.get());
        return true;
      }
    }
    Optional<VictimRule.Cut> cut = VictimRule.choose(scene);
    if (cut.isPresent()) {
      draft.shrink(cut.get());
      draft.open(new Span(cut.get().at(), cut.get().lease().to()), cut.get().reason());
      return true;
    }
    return HedgeRule.apply(draft);
  }

  /// The longest first, so that none of them is what is waited for at the end.
  private static Optional<Span> longest(Ground ground) {
    return ground.free().spans().stream().max(Comparator.comparingLong(Span::length));
  }

  private static String reason(Scene scene, Span span) {
    if (!scene.state().ground().lengthKnown()) {
      return "the first request is the first segment";
    }
    return scene.inOrder()
        ? "the next %s in order".formatted(Words.bytes(span.length()))
        : "%s are missing and nobody fetches them".formatted(Words.bytes(span.length()));
  }
}
