/// One process per data folder: the first holds it and listens, the second hands over what it was started
/// for and ends.
///
/// A Unix domain socket in the folder, for the user only; no TCP port, which every web page could reach.
@NullMarked
package org.sluice.engine.instance;

import org.jspecify.annotations.NullMarked;
