/// The socket-action engine: the model of libcurl's `curl_multi_socket`, the only way in.
@NullMarked
package org.sluice.engine.multi;

import org.jspecify.annotations.NullMarked;
