import org.jspecify.annotations.NullMarked;

/// The engine: transfers over non-blocking sockets, driven from outside by socket action and timer.
/// No user interface, and no thread or selector below `loop`.
@NullMarked
module org.sluice.engine {
  requires static transitive org.jspecify;
  requires org.bouncycastle.pkix;
  requires org.bouncycastle.provider;
  requires org.eclipse.jetty.http;
  requires org.eclipse.jetty.http2.common;
  requires org.slf4j;
  requires com.aayushatharva.brotli4j;
  requires com.github.luben.zstd_jni;
  requires java.sql;
  requires java.xml;
  requires org.xerial.sqlitejdbc;

  exports org.sluice.engine.checksum;
  exports org.sluice.engine.cookie;
  exports org.sluice.engine.decode;
  exports org.sluice.engine.download;
  exports org.sluice.engine.error;
  exports org.sluice.engine.http;
  exports org.sluice.engine.instance;
  exports org.sluice.engine.item;
  exports org.sluice.engine.lab;
  exports org.sluice.engine.loop;
  exports org.sluice.engine.metalink;
  exports org.sluice.engine.multi;
  exports org.sluice.engine.queue;
  exports org.sluice.engine.range;
  exports org.sluice.engine.request;
  exports org.sluice.engine.time;
  exports org.sluice.engine.trace;
}
