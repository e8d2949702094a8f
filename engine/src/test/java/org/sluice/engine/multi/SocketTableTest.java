package org.sluice.engine.multi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluice.engine.filter.Pollset;
import org.sluice.engine.filter.SocketFilter;
import org.sluice.engine.request.BodySink;
import org.sluice.engine.request.TransferOptions;

/// Several transfers on one socket, as HTTP/2 will have them.
class SocketTableTest {
  private static final int IN = Pollset.IN;
  private static final int OUT = Pollset.OUT;

  private final List<String> told = new ArrayList<>();
  private final Multi multi = Multi.init(MultiOptions.DEFAULT);
  private final SocketTable table =
      new SocketTable(
          (transfer, socket, what, socketp) -> told.add(what + " " + socketp),
          () -> SocketLifecycle.NONE);
  private ServerSocket server;
  private SocketFilter filter;
  private SocketChannel socket;

  @BeforeEach
  void open() throws Exception {
    server = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
    filter = new SocketFilter((InetSocketAddress) server.getLocalSocketAddress(), table);
    filter.connect(0);
    socket = filter.channel();
  }

  @AfterEach
  void close() throws Exception {
    filter.close();
    server.close();
    multi.close();
  }

  private Handle handle() {
    return new Handle(
        multi, new Transfer(TransferOptions.get("http://127.0.0.1/"), BodySink.DISCARD));
  }

  private void wants(Handle handle, int bits) {
    Pollset wanted = new Pollset();
    wanted.add(socket, bits);
    table.apply(handle, wanted);
  }

  private void leaves(Handle handle) {
    table.apply(handle, new Pollset());
  }

  @Test
  void repeatedJoinsAreSilent() {
    wants(handle(), IN);
    wants(handle(), IN);
    wants(handle(), IN);
    assertThat(told).containsExactly("IN null");
    assertThat(concerned()).as("one reads for all").hasSize(1);
  }

  @Test
  void ofThoseThatShareItOneReadsAndOneWrites() {
    Handle held = handle();
    Handle reader = handle();
    Handle other = handle();
    Handle writer = handle();
    wants(held, Pollset.HELD);
    assertThat(concerned()).as("alone, it looks whatever it wants").containsExactly(held);
    wants(reader, IN);
    wants(other, IN);
    wants(writer, IN | OUT);
    assertThat(concerned()).containsExactly(reader, writer);
    leaves(reader);
    assertThat(concerned()).containsExactly(other, writer);
  }

  private List<Handle> concerned() {
    List<Handle> all = new ArrayList<>();
    table.concerned(socket, all::add);
    return all;
  }

  @Test
  void theWishIsTheUnionOfAll() {
    Handle reader = handle();
    Handle writer = handle();
    wants(reader, IN);
    table.assign(socket, "P");
    wants(writer, OUT);
    wants(writer, Pollset.HELD);
    wants(writer, IN | OUT);
    leaves(reader);
    assertThat(told)
        .as("the writer alone wants both")
        .containsExactly("IN null", "INOUT P", "IN P", "INOUT P");
  }

  @Test
  void oneRemoveWhenTheLastLeaves() {
    Handle first = handle();
    Handle second = handle();
    wants(first, IN);
    table.assign(socket, "P");
    wants(second, IN);
    leaves(first);
    assertThat(told).containsExactly("IN null");
    leaves(second);
    assertThat(told).containsExactly("IN null", "REMOVE P");
    assertThat(table.assign(socket, "Q")).as("no longer announced").isFalse();
    wants(first, IN);
    assertThat(told).as("it comes back without data").endsWith("IN null");
  }

  @Test
  void aPausedUserLeavesTheSocketToTheOthers() {
    Handle first = handle();
    Handle second = handle();
    wants(first, IN);
    wants(second, IN);
    wants(first, Pollset.HELD);
    assertThat(told).containsExactly("IN null");
    wants(second, Pollset.HELD);
    assertThat(told).containsExactly("IN null", "NONE null");
  }

  @Test
  void closingRemovesOnceAndIsForgottenByAll() {
    Handle first = handle();
    Handle second = handle();
    wants(first, IN);
    wants(second, OUT);
    table.assign(socket, "P");
    filter.close();
    assertThat(told).containsExactly("IN null", "INOUT null", "REMOVE P");
    leaves(first);
    leaves(second);
    assertThat(told).hasSize(3);
    assertThat(table.size()).isZero();
    assertThat(first.previous.size()).isZero();
  }

  @Test
  void aSocketThatWasNeverAnnouncedIsClosedInSilence() {
    filter.close();
    assertThat(told).isEmpty();
  }
}
