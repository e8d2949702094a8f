package org.sluice.engine.instance;

/// Answers what second processes ask.
///
/// **Threads**: called on a virtual thread of its own for each request, several at a time.
@FunctionalInterface
public interface RequestHandler {

  /// @param request of at most [Instance#MOST_MESSAGE_BYTES]
  /// @return of at most [Instance#MOST_MESSAGE_BYTES]
  byte[] answer(byte[] request) throws Exception;
}
