package org.sluice.engine.http;

/// The head of one request, in no version's form yet.
///
/// @param method the word on the request line
/// @param target the second word: path and query, or for a proxy the whole URL
/// @param fields in the order of sending, Host first
public record Request(Method method, String target, Headers fields) {
  /// Says no secret.
  @Override
  public String toString() {
    return method + " request";
  }
}
