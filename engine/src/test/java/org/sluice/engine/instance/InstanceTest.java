package org.sluice.engine.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.engine.instance.InstanceException.Kind;

@Timeout(value = 300, unit = TimeUnit.SECONDS)
class InstanceTest {
  private static final Duration LONG = Duration.ofSeconds(120);

  @TempDir Path folder;

  @Test
  void theSecondHandsItsRequestToTheFirst() throws Exception {
    try (InstanceLock lock = first(folder)) {
      lock.serve(request -> text("got " + text(request)));
      assertThat(text(second(folder).ask(text("grüße"), LONG))).isEqualTo("got grüße");
      assertThat(text(second(folder).ask(new byte[0], LONG))).isEqualTo("got ");
    }
    try (InstanceLock next = first(folder)) {
      assertThat(next).isNotNull();
    }
    assertThat(folder.resolve("control.sock")).doesNotExist();
  }

  @Test
  void aRequestThatComesEarlyWaits() throws Exception {
    try (InstanceLock lock = first(folder)) {
      CompletableFuture<byte[]> answer = ask(second(folder), text("early"));
      lock.serve(request -> text("late " + text(request)));
      assertThat(text(answer.get(120, TimeUnit.SECONDS))).isEqualTo("late early");
    }
  }

  @Test
  void manyAskAtATime() throws Exception {
    int many = 3 * InstanceLock.MOST_REQUESTS;
    CountDownLatch inside = new CountDownLatch(InstanceLock.MOST_REQUESTS);
    try (InstanceLock lock = first(folder)) {
      lock.serve(
          request -> {
            inside.countDown();
            inside.await();
            return request;
          });
      List<CompletableFuture<byte[]>> answers = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        answers.add(ask(second(folder), text("n" + i)));
      }
      for (int i = 0; i < many; i++) {
        assertThat(text(answers.get(i).get(120, TimeUnit.SECONDS))).isEqualTo("n" + i);
      }
    }
  }

  @Test
  void theLongestMessagePassesAndALongerOneIsRefused() throws Exception {
    try (InstanceLock lock = first(folder)) {
      lock.serve(
          request -> request.length == 1 ? new byte[Instance.MOST_MESSAGE_BYTES + 1] : request);
      byte[] longest = new byte[Instance.MOST_MESSAGE_BYTES];
      longest[longest.length - 1] = 7;
      assertThat(second(folder).ask(longest, LONG)).isEqualTo(longest);
      assertFails(Kind.TOO_LONG, new byte[Instance.MOST_MESSAGE_BYTES + 1], LONG);
      assertFails(Kind.TOO_LONG, new byte[1], LONG);
    }
  }

  @Test
  void aFaultInTheHandlerIsToldAndEndsNothing() throws Exception {
    try (InstanceLock lock = first(folder)) {
      lock.serve(
          request -> {
            if (request.length == 0) {
              throw new IOException("on purpose");
            }
            return request;
          });
      assertFails(Kind.FAILED, new byte[0], LONG);
      assertThat(second(folder).ask(new byte[2], LONG)).hasSize(2);
    }
  }

  @Test
  void whoeverSaysNonsenseHarmsNobody() throws Exception {
    try (InstanceLock lock = first(folder)) {
      lock.serve(request -> request);
      assertThat(raw(text("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"))).isEmpty();
      assertThat(raw(header(Message.VERSION + 1, 0))).hasSize(16).endsWith(0, 0, 0, 0);
      assertThat(raw(header(Message.VERSION, Integer.MAX_VALUE))).hasSize(16);
      assertThat(raw(header(Message.VERSION, -1))).hasSize(16);
      assertThat(raw(header(Message.VERSION, 10))).isEmpty();
      assertThat(second(folder).ask(new byte[2], LONG)).hasSize(2);
    }
  }

  @Test
  void aFirstThatDoesNotAnswerIsGivenUp() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    try (InstanceLock lock = first(folder)) {
      assertFails(Kind.NO_ANSWER, new byte[2], Duration.ofMillis(50));
      lock.serve(
          request -> {
            if (request.length == 3) {
              asked.countDown();
              never.await();
            }
            return request;
          });
      CompletableFuture<byte[]> answer = ask(second(folder), new byte[3]);
      asked.await();
      close(lock);
      assertThatThrownBy(() -> answer.get(120, TimeUnit.SECONDS))
          .cause()
          .isInstanceOfSatisfying(
              InstanceException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NO_ANSWER));
    } finally {
      never.countDown();
    }
  }

  @Test
  void aFirstThatIsGoneIsToldSoThatTheFolderIsClaimedAgain() throws Exception {
    InstanceClient client;
    try (InstanceLock lock = first(folder)) {
      client = second(folder);
      assertThat(lock).isNotNull();
    }
    assertThatThrownBy(() -> client.ask(new byte[1], LONG))
        .isInstanceOfSatisfying(
            InstanceException.class, e -> assertThat(e.kind()).isEqualTo(Kind.GONE));
    first(folder).close();
  }

  @Test
  void aFolderWithALongNameHasItsSocketElsewhere() throws Exception {
    Path deep = folder.resolve("a".repeat(90)).resolve("ü".repeat(60));
    Path socket;
    try (InstanceLock lock = first(deep)) {
      socket = Path.of(Files.readString(deep.resolve("control.path")));
      assertThat(socket).exists();
      assertMode(socket.getParent(), "rwx------");
      assertMode(socket, "rw-------");
      lock.serve(request -> request);
      assertThat(second(deep).ask(text("far"), LONG)).isEqualTo(text("far"));
    }
    assertThat(socket.getParent()).doesNotExist();
    assertThat(deep.resolve("control.path")).doesNotExist();
  }

  @Test
  void onlyTheOwnerMayConnect() throws Exception {
    Path made = folder.resolve("made");
    try (InstanceLock lock = first(made)) {
      assertThat(lock).isNotNull();
      assertMode(made, "rwx------");
      assertMode(made.resolve("control.sock"), "rw-------");
      assertMode(made.resolve("lock"), "rw-------");
    }
  }

  @Test
  void aKilledProcessLeavesNothingInTheWay() throws Exception {
    Path deep = folder.resolve("d".repeat(110));
    for (Path path : List.of(folder, deep)) {
      Process child = start(path);
      try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
        assertThat(lines.readLine()).isEqualTo("first");
        assertThat(text(second(path).ask(text("parent"), LONG))).isEqualTo("child parent");
        InstanceClient client = second(path);
        child.toHandle().destroyForcibly();
        child.waitFor();
        assertThatThrownBy(() -> client.ask(new byte[1], LONG))
            .isInstanceOfSatisfying(
                InstanceException.class, e -> assertThat(e.kind()).isEqualTo(Kind.GONE));
      }
      try (InstanceLock lock = first(path)) {
        lock.serve(request -> text("parent " + text(request)));
        // A claim that fails must not cost the lock that is held.
        assertThat(second(path)).isNotNull();
        Process another = start(path);
        assertThat(text(another.getInputStream().readAllBytes()).strip())
            .isEqualTo("second parent hello");
        assertThat(another.waitFor()).isZero();
      }
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsRefused() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> Instance.claim(file.resolve("below")))
        .isInstanceOfSatisfying(
            InstanceException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.NO_ACCESS);
              assertThat(e.sentence()).contains("cannot be used");
            });
  }

  private static InstanceLock first(Path path) throws InstanceException {
    return switch (Instance.claim(path)) {
      case Instance.First(InstanceLock lock) -> lock;
      case Instance.Second _ -> throw new AssertionError("another has " + path);
    };
  }

  private static InstanceClient second(Path path) throws InstanceException {
    return switch (Instance.claim(path)) {
      case Instance.First _ -> throw new AssertionError("nobody had " + path);
      case Instance.Second(InstanceClient client) -> client;
    };
  }

  private static CompletableFuture<byte[]> ask(InstanceClient client, byte[] request) {
    CompletableFuture<byte[]> answer = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                answer.complete(client.ask(request, LONG));
              } catch (InstanceException | InterruptedException e) {
                answer.completeExceptionally(e);
              }
            });
    return answer;
  }

  private void assertFails(Kind kind, byte[] request, Duration timeout) throws InstanceException {
    InstanceClient client = second(folder);
    assertThatThrownBy(() -> client.ask(request, timeout))
        .isInstanceOfSatisfying(InstanceException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }

  /// What comes back for bytes of which the other side gets no more.
  private byte[] raw(byte[] bytes) throws IOException {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(folder.resolve("control.sock")));
      Channels.newOutputStream(channel).write(bytes);
      channel.shutdownOutput();
      try (InputStream in = Channels.newInputStream(channel)) {
        return in.readAllBytes();
      } catch (IOException e) {
        return new byte[0]; // closed on us with some of it unread
      }
    }
  }

  private static byte[] header(int version, int length) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(bytes);
    data.writeBytes("Slce");
    data.writeInt(version);
    data.writeInt(Message.OK);
    data.writeInt(length);
    return bytes.toByteArray();
  }

  private static Process start(Path path) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            InstanceChild.class.getName(),
            path.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void assertMode(Path file, String mode) throws IOException {
    assumeTrue(file.getFileSystem().supportedFileAttributeViews().contains("posix"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .as("%s", file)
        .isEqualTo(mode);
  }

  private static void close(InstanceLock lock) {
    lock.close();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
