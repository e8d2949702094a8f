/// The timeline of poll states, one lane a socket.
@NullMarked
package org.sluice.app.timeline;

import org.jspecify.annotations.NullMarked;
