/// HTTP/2 as bytes in and events out, over Jetty's sans-I/O codecs.
@NullMarked
package org.sluice.engine.http2;

import org.jspecify.annotations.NullMarked;
