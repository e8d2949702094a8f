/// `sluice curl` at work: makes transfers of a command line, runs them on a loop of their own, writes
/// what comes, and says how it went as curl does.
@NullMarked
package org.sluice.app.curl.run;

import org.jspecify.annotations.NullMarked;
