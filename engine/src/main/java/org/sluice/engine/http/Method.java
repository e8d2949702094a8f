package org.sluice.engine.http;

/// Request methods that the engine sends.
///
/// **Source**: RFC 9110, 9.3.
public enum Method {
  GET,
  HEAD
}
