package org.sluice.engine.download;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.disk.PartFile;
import org.sluice.engine.item.StoredItem.Identity;
import org.sluice.engine.resume.OverlapPlan;
import org.sluice.engine.resume.ProofDecision;
import org.sluice.engine.resume.Strictness;

/// Whether a mirror has the bytes that are here already: samples of them are fetched from it and
/// compared, as after a change of the address.
///
/// **Threads**: confined to the loop. **Limits**: [#LEAST_BYTES].
final class Admission {
  /// So much must be on the disk, so that the samples say something.
  static final long LEAST_BYTES = OverlapPlan.MOST_WINDOWS * OverlapPlan.WINDOW_BYTES;

  /// Who is told.
  interface Boss {
    void admitted(Feed feed);

    /// It has another file or none, or does not say.
    void notAdmitted(int source);
  }

  private final Site site;
  private final Item item;
  private final PartWork part;
  private final Boss boss;
  private final Feed feed;
  private @Nullable SampleCheck samples;

  /// @param source index of the mirror in the request
  Admission(Site site, Item item, PartWork part, int source, Boss boss) {
    this.site = site;
    this.item = item;
    this.part = part;
    this.boss = boss;
    var mirror = item.request().sources().get(source);
    feed = new Feed(source, mirror, new Knowledge(mirror.url()));
  }

  void begin() {
    PartFile file = part.file();
    Identity identity = item.identity();
    if (file == null || identity == null) {
      boss.notAdmitted(feed.source);
      return;
    }
    feed.know.recall(Knowledge.movedAway(identity), false);
    samples =
        new SampleCheck(
            site, item, file, feed.know, OverlapPlan.windows(item.committed()), this::compared);
    samples.begin();
  }

  private void compared(SampleCheck.Outcome outcome) {
    samples = null;
    ProofDecision decision =
        switch (outcome) {
          case SampleCheck.Outcome.Compared(var seen, var found) ->
              ProofDecision.decide(
                  feed.know.known(), seen, feed.know.basis(), found, Strictness.LENIENT);
          case SampleCheck.Outcome.Unwanted _,
              SampleCheck.Outcome.Broke _,
              SampleCheck.Outcome.Unreadable _ ->
              null;
        };
    if (decision instanceof ProofDecision.Continue go) {
      feed.know.proven(go);
      boss.admitted(feed);
    } else {
      boss.notAdmitted(feed.source);
    }
  }

  void cancel() {
    if (samples != null) {
      samples.cancel();
      samples = null;
    }
  }
}
