package org.sluice.engine.resume;

import java.util.Optional;
import org.sluice.engine.http.RetryAfter;
import org.sluice.engine.item.Proof;
import org.sluice.engine.item.Validators;
import org.sluice.engine.range.Span;

/// What the answer to a request for a file is, and what is to be done with it.
public sealed interface AnswerDecision {

  /// Why, as a sentence for a person.
  String reason();

  /// The body is the part that was asked for: write it from `span.from()` on.
  ///
  /// @param span what of the body is wanted: what was asked for or, if the server sent less, that
  /// @param total bytes of the whole file; -1 if unknown
  /// @param extent whether the server sent what was asked for
  /// @param seen to compare later answers with
  /// @param proof what it proves of bytes of an earlier run; [Proof#NOT_NEEDED] if there were none
  record TakeBody(Span span, long total, Extent extent, Validators seen, Proof proof, String reason)
      implements AnswerDecision {}

  /// How much a server sent of what it was asked for.
  enum Extent {
    /// All of it, and no more.
    EXACT,
    /// More: stop reading at the end of the span, the connection is of no more use.
    LONGER,
    /// Less: the rest must be asked for again.
    SHORTER
  }

  /// The body is the whole file: write it from 0 on.
  ///
  /// If something is here already, it is compared with the body as that passes, or written over.
  ///
  /// @param total bytes of the whole file; -1 if unknown
  /// @param ranges whether parts can be asked for
  /// @param seen to compare later answers with
  record TakeWhole(long total, Ranges ranges, Validators seen, String reason)
      implements AnswerDecision {}

  /// What is known of a server's ranges after a body without one.
  enum Ranges {
    /// The server offers them but did not give one; only a 206 shows that it can.
    OFFERED,
    /// It says nothing, and ignored one.
    UNLIKELY,
    /// It says that it has none, or the body is encoded: one connection, no resuming.
    NONE
  }

  /// The part comes, but nothing proves that it is of the same file: compare samples first, and
  /// write nothing of this body before.
  ///
  /// @param seen for [ProofDecision#decide]
  /// @param withoutCondition whether this answer is of no use because of If-Range: from now on, for
  ///     the rest of the run, ask without it
  /// @param etagRefused whether the server did not take its own entity tag, or date, in If-Range; to
  ///     be learned for the host if the samples agree
  record CompareFirst(Validators seen, boolean withoutCondition, boolean etagRefused, String reason)
      implements AnswerDecision {}

  /// It is another file now. The old bytes are kept aside until the user decides.
  ///
  /// @param seen of the new file
  record Changed(Validators seen, String reason) implements AnswerDecision {}

  /// Parts of this file cannot be had here: go down to one connection.
  ///
  /// @param remedy how to go on if no other connection is at it
  record NoRanges(NoRangesWhy why, Remedy remedy, String reason) implements AnswerDecision {}

  /// How an answer to a request for a part was useless.
  enum NoRangesWhy {
    /// 200 and the whole file.
    IGNORED,
    /// 206 with a part that begins elsewhere.
    WRONG_START,
    /// 206 of a file with another length, though its validator is the same.
    WRONG_TOTAL,
    /// 206 with a length that is not that of its part.
    WRONG_LENGTH,
    /// 206 that does not say which part it is.
    NO_CONTENT_RANGE,
    /// 206 with several parts in one body.
    MULTIPART,
    /// The part is one of a compressed body.
    ENCODED
  }

  /// How to go on without parts.
  enum Remedy {
    /// Others are running: leave them, open no more.
    KEEP_RUNNING,
    /// This body is the whole file and little of it is here already: read it from its start, and
    /// compare what is here as it passes, or write over it.
    SKIP_READ,
    /// Ask for the whole file without a range, and do the same with its body.
    ASK_WHOLE,
    /// To go on means to fetch everything again, which is much: ask the user.
    ASK_USER
  }

  /// 416: the part that was asked for is not there.
  ///
  /// @param total bytes of the whole file as the server says; -1 if it does not
  record NotSatisfiable(long total, Next next, String reason) implements AnswerDecision {}

  /// What follows from a 416.
  enum Next {
    /// All bytes are there.
    COMPLETE,
    /// The file has no byte.
    EMPTY,
    /// Ask for the whole file without a range and look what comes.
    ASK_WHOLE,
    /// The file is shorter than what is there: it is another.
    CHANGED
  }

  /// A page came where a file was expected.
  ///
  /// @param signIn whether the network itself says so (511): then no item gets anything
  record WebPage(boolean signIn, String reason) implements AnswerDecision {}

  /// A name or a password is wanted.
  ///
  /// @param proxy whether the proxy wants it
  record NeedsCredentials(boolean proxy, String reason) implements AnswerDecision {}

  /// The address does not lead to the file any more: pause until there is a new one.
  record Expired(int status, String reason) implements AnswerDecision {}

  /// A further connection is refused while others receive: leave them, open no more for now.
  record TooMany(int status, Optional<RetryAfter> retryAfter, String reason)
      implements AnswerDecision {}

  /// Not now: 429, 503 and their like.
  record Busy(int status, Optional<RetryAfter> retryAfter, String reason)
      implements AnswerDecision {}

  /// The server failed; it may work later.
  record ServerError(int status, Optional<RetryAfter> retryAfter, String reason)
      implements AnswerDecision {}

  /// The server will not give it.
  record Refused(int status, String reason) implements AnswerDecision {}
}
