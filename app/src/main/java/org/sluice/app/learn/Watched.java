package org.sluice.app.learn;

import org.sluice.engine.multi.Poll;

/// A socket that the application supervises.
///
/// @param assigned what it assigned to it; empty for nothing yet
record Watched(long socket, Poll poll, String assigned) {
  Watched with(Poll value) {
    return new Watched(socket, value, assigned);
  }

  Watched with(String value) {
    return new Watched(socket, poll, value);
  }
}
