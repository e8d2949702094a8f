/// Which downloads run when: queues with their rules, hours and speeds, the order in them, and what
/// happens when they are done. Pure functions: time and load come in, a decision with its reason
/// goes out.
@NullMarked
package org.sluice.engine.queue;

import org.jspecify.annotations.NullMarked;
