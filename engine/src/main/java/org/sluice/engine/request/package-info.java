/// What an application asks of one transfer: immutable options, and the sink its body goes to.
@NullMarked
package org.sluice.engine.request;

import org.jspecify.annotations.NullMarked;
