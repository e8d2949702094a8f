package org.sluice.engine.lab;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The table of paths: who answers what.
///
/// A path that ends in a slash answers everything below it. Request bodies are taken and forgotten
/// before the answer, except on the upload routes, which do that themselves.
///
/// **Threads** immutable after construction, but for what the lab remembers of its visitors.
final class Routes {
  private record Route(Handler handler, boolean takesBody) {}

  private final Map<String, Route> routes = new HashMap<>();

  Routes() {
    on("/", new IndexPage());
    FileRoutes.addTo(this);
    BodyRoutes.addTo(this);
    UploadRoutes.addTo(this);
    CookieRoutes.addTo(this);
    PackedRoutes.addTo(this);
    RedirectRoutes.addTo(this);
    SlowRoutes.addTo(this);
    PacedRoutes.addTo(this);
    CutRoutes.addTo(this);
    StatusRoutes.addTo(this);
    LieRoutes.addTo(this);
    HeadRoutes.addTo(this);
    NameRoutes.addTo(this);
    RangeRoutes.addTo(this);
    MirrorRoutes.addTo(this);
    Memory memory = new Memory();
    LaterRoutes.addTo(this, memory);
    CrowdRoutes.addTo(this, memory);
    AuthRoutes.addTo(this);
    Http2Tricks.addTo(this);
  }

  void on(String path, Handler handler) {
    put(path, new Route(handler, false));
  }

  void onUpload(String path, Handler handler) {
    put(path, new Route(handler, true));
  }

  private void put(String path, Route route) {
    if (routes.put(path, route) != null) {
      throw new IllegalStateException("two answers for " + path);
    }
  }

  /// Whether some route answers a path.
  boolean knows(String path) {
    return find(path) != null;
  }

  void answer(Exchange exchange) throws IOException {
    Route route = find(exchange.request().path());
    if (route == null || !route.takesBody()) {
      exchange.sendContinue();
      exchange.drainBody();
    }
    if (route == null) {
      exchange.sendText(404, "The lab has no such path; / lists what it has.\n");
    } else {
      route.handler().answer(exchange);
    }
  }

  private @Nullable Route find(String path) {
    Route exact = routes.get(path);
    if (exact != null) {
      return exact;
    }
    int slash = path.lastIndexOf('/');
    return slash <= 0 ? null : routes.get(path.substring(0, slash + 1));
  }
}
