package org.sluice.engine.resume;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.http.Url;
import org.sluice.engine.item.Proof;
import org.sluice.engine.item.Validators;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;
import org.sluice.engine.resume.Asker.Answer;

/// The smallest download that follows the decisions: one connection, bytes in memory, two runs.
///
/// It writes down each step, so that a test can say how a server is to be dealt with.
final class SmallDownload {
  private static final int MOST_STEPS = 40;
  private static final int ALL = Integer.MAX_VALUE;

  private final Asker asker;
  private final List<String> steps = new ArrayList<>();
  private Url address;

  /// Where `known` was seen.
  private Url provenAt;

  private byte[] have = new byte[0];
  private Validators known = Validators.UNKNOWN;
  private Proof proof = Proof.NOT_NEEDED;
  private Basis basis = Basis.FRESH;
  private boolean etagWorks = true;
  private boolean learned;
  private boolean over;

  SmallDownload(Asker asker, String url) {
    this.asker = asker;
    address = Words.url(url);
    provenAt = address;
  }

  List<String> steps() {
    return steps;
  }

  byte[] bytes() {
    return have;
  }

  Proof.Level level() {
    return proof.level();
  }

  /// Whether If-Range is known not to work at this host.
  boolean learned() {
    return learned;
  }

  /// The first run, which ends after so many bytes.
  void run(int bytes) throws Exception {
    request(RangeRequest.first(), bytes);
    if (!over) {
      basis = Basis.EARLIER_RUN;
    }
  }

  void newAddress(String url) {
    boolean same = SignedAddress.samePlace(provenAt, Words.url(url));
    address = Words.url(url);
    basis = same ? Basis.EARLIER_RUN : Basis.OTHER_ADDRESS;
    over = false;
    steps.clear();
  }

  /// The second run, to the end or to a decision that is the user's.
  void resume(Strictness strictness) throws Exception {
    steps.clear();
    ResumePlan plan = ResumePlan.decide(committed(), known, basis, etagWorks);
    if (plan instanceof ResumePlan.CompareFirst(Spans windows, String _)) {
      compare(windows, strictness);
    }
    while (!over && !isComplete()) {
      if (steps.size() > MOST_STEPS) {
        throw new AssertionError("no end: " + steps);
      }
      RangeRequest next =
          RangeRequest.of(have.length, RangeRequest.TO_END, known, basis, etagWorks);
      AnswerDecision decision = request(next, ALL);
      if (decision instanceof AnswerDecision.CompareFirst first) {
        etagWorks &= !first.withoutCondition();
        boolean equal = compare(OverlapPlan.windows(committed()), strictness);
        learned |= first.etagRefused() && equal;
      }
    }
  }

  private Spans committed() {
    return have.length == 0 ? Spans.EMPTY : Spans.of(new Span(0, have.length));
  }

  private boolean isComplete() {
    return known.length() >= 0 && have.length == known.length();
  }

  private AnswerDecision request(RangeRequest request, int most) throws Exception {
    Answer answer = asker.ask(address.toString(), request, most);
    if (answer.head() == null) {
      throw new AssertionError("no answer: " + answer.result());
    }
    Expected expected = new Expected(request, basis, known, have.length, 0, address);
    AnswerDecision decision = AnswerCheck.decide(expected, answer.head(), Instant.now());
    steps.add(Words.words(decision));
    switch (decision) {
      case AnswerDecision.TakeBody body -> {
        byte[] part = answer.body();
        int length = (int) Math.min(part.length, body.span().length());
        have = Arrays.copyOf(have, (int) body.span().from() + length);
        System.arraycopy(part, 0, have, (int) body.span().from(), length);
        accept(body.seen(), body.proof());
      }
      case AnswerDecision.TakeWhole whole -> takeWhole(whole.seen(), answer);
      case AnswerDecision.NoRanges none -> {
        switch (none.remedy()) {
          case SKIP_READ -> takeWhole(Seen.of(answer.head()), answer);
          case ASK_WHOLE -> request(RangeRequest.whole(), most);
          case KEEP_RUNNING, ASK_USER -> over = true;
        }
      }
      case AnswerDecision.NotSatisfiable none -> {
        switch (none.next()) {
          case ASK_WHOLE -> request(RangeRequest.whole(), most);
          case COMPLETE, EMPTY, CHANGED -> over = true;
        }
      }
      case AnswerDecision.CompareFirst _ -> {}
      case AnswerDecision.Changed _,
          AnswerDecision.WebPage _,
          AnswerDecision.NeedsCredentials _,
          AnswerDecision.Expired _,
          AnswerDecision.TooMany _,
          AnswerDecision.Busy _,
          AnswerDecision.ServerError _,
          AnswerDecision.Refused _ ->
          over = true;
    }
    return decision;
  }

  private void accept(Validators seen, Proof now) {
    known = seen;
    provenAt = address;
    basis = Basis.THIS_RUN;
    proof = ProofDecision.least(proof, now);
  }

  /// What is here is compared as it passes.
  private void takeWhole(Validators seen, Answer answer) {
    int shorter = Math.min(have.length, answer.body().length);
    int difference = Arrays.mismatch(have, 0, shorter, answer.body(), 0, shorter);
    if (difference >= 0) {
      steps.add("differs at " + difference);
      over = true;
      return;
    }
    if (have.length > 0) {
      judge(seen, new Samples.Equal(shorter, true), Strictness.LENIENT);
    } else {
      accept(seen, Proof.NOT_NEEDED);
    }
    have = answer.body();
    // Where nobody said how long it is, the end of the body is the end.
    over |= seen.length() < 0 && answer.result() == TransferErrorCode.OK;
  }

  /// Whether the samples are equal, as far as that matters.
  private boolean compare(Spans windows, Strictness strictness) throws Exception {
    Samples samples = new Samples.NotCompared();
    Validators seen = known;
    for (Span window : windows.spans()) {
      RangeRequest request = RangeRequest.sample(window);
      Answer answer = asker.ask(address.toString(), request, (int) window.length());
      Expected expected = new Expected(request, basis, known, have.length, 0, address);
      AnswerDecision decision = AnswerCheck.sample(expected, answer.head(), Instant.now());
      if (!(decision instanceof AnswerDecision.TakeBody body)) {
        steps.add("sample: " + Words.words(decision));
        if (decision instanceof AnswerDecision.NoRanges) {
          request(RangeRequest.whole(), ALL);
        } else {
          over = true;
        }
        return false;
      }
      seen = body.seen();
      int from = (int) window.from();
      int difference =
          Arrays.mismatch(
              have, from, from + (int) window.length(), answer.body(), 0, answer.body().length);
      if (difference >= 0) {
        judge(seen, new Samples.Different(from + difference), strictness);
        return false;
      }
      boolean all = OverlapPlan.isEverything(windows, committed());
      samples = new Samples.Equal(windows.total(), all);
    }
    judge(seen, samples, strictness);
    return !over;
  }

  private void judge(Validators seen, Samples samples, Strictness strictness) {
    switch (ProofDecision.decide(known, seen, basis, samples, strictness)) {
      case ProofDecision.Continue go -> {
        steps.add("equal: " + go.proof().level());
        accept(go.keep(), go.proof());
      }
      case ProofDecision.Compare _ -> throw new AssertionError("compared already");
      case ProofDecision.Changed changed -> {
        steps.add(changed.certain() ? "changed" : "may have changed");
        over = true;
      }
    }
  }
}
