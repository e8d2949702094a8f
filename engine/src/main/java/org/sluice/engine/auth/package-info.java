/// Who asks: challenges read, answers made. Pure, but for the count of a nonce's uses.
@NullMarked
package org.sluice.engine.auth;

import org.jspecify.annotations.NullMarked;
