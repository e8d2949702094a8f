package org.sluice.engine.request;

/// How much an answer of HTTP/1 may break the rules and is still read.
///
/// What is lax is only for who asks as curl does and sees what came; downloads are read strictly, as
/// a body that is cut at the wrong place must never be taken for a whole one. A connection on which
/// anything was out of order is not used again, so that no answer can be slipped in for another.
///
/// @param lax reads what curl reads: lines of chunks that end in LF alone, a coding or a length said
///   twice, fields without a name
/// @param allowHttp09 takes bytes without any head for the body (`CURLOPT_HTTP09_ALLOWED`); only
///   with `lax`
/// @param ignoreLength reads to the end of the connection whatever Content-Length says
///   (`CURLOPT_IGNORE_CONTENT_LENGTH`); only with `lax`
public record AnswerRules(boolean lax, boolean allowHttp09, boolean ignoreLength) {
  public static final AnswerRules STRICT = new AnswerRules(false, false, false);
  public static final AnswerRules LAX = new AnswerRules(true, false, false);

  public AnswerRules {
    if (!lax && (allowHttp09 || ignoreLength)) {
      throw new IllegalArgumentException("strict rules have no exceptions");
    }
  }

  public AnswerRules withHttp09(boolean value) {
    return new AnswerRules(lax, value, ignoreLength);
  }

  public AnswerRules withIgnoreLength(boolean value) {
    return new AnswerRules(lax, allowHttp09, value);
  }
}
