/// Certificates, keys and who is believed: files read, chains checked, refusals explained. No
/// socket.
@NullMarked
package org.sluice.engine.tls;

import org.jspecify.annotations.NullMarked;
