import org.jspecify.annotations.NullMarked;

/// The engine: transfers over non-blocking sockets, driven from outside by socket action and timer.
/// No user interface, and no thread or selector below `loop`.
@NullMarked
module org.sluice.engine {
  requires static org.jspecify;
  requires org.bouncycastle.pkix;
  requires org.bouncycastle.provider;
  requires org.eclipse.jetty.http;
  requires org.slf4j;
}
