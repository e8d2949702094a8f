/// HTTP/1.1 as bytes in and events out, over Jetty's sans-I/O codecs.
@NullMarked
package org.sluice.engine.http1;

import org.jspecify.annotations.NullMarked;
