/// The lab: an origin server on loopback that behaves well, slowly, badly or not at all.
///
/// Each behaviour is a [org.sluice.engine.lab.Scenario] with a path and one sentence that says what
/// it is for. The lessons, the first run and the tests download from it; it needs no network and
/// nothing of the engine but the message model.
///
/// Where an answer depends on earlier requests, they are counted for each lab and for each `key` in
/// the query: `/one-time?key=7` is another file than `/one-time?key=8`. Files take `size`, and
/// `rate` in bytes per second for each connection.
///
/// ```java
/// try (LabServer lab = LabServer.start()) {
///   URI address = lab.uri(Scenario.CHUNKED);
/// }
/// ```
///
/// **Source** RFC 9110 (semantics) and RFC 9112 (HTTP/1.1) for what is right; the scenarios for
/// what is wrong on purpose.
@NullMarked
package org.sluice.engine.lab;

import org.jspecify.annotations.NullMarked;
