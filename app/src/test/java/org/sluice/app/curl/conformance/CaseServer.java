package org.sluice.app.curl.conformance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The server that curl's HTTP cases play against: it answers with what the case says for the number
/// at the end of the path, and keeps every byte that it was sent.
///
/// **Threads**: one for each connection; all state is locked by the server.
final class CaseServer implements AutoCloseable {
  private static final Pattern REQUEST_LINE =
      Pattern.compile("(\\S+)\\s+(.*?)\\s*HTTP/(\\d)\\.(\\d)", Pattern.DOTALL);
  private static final int CHUNK = 20;

  private final ServerSocket listener;
  private final boolean proxy;
  private final AtomicReference<CaseFile> current = new AtomicReference<>();
  private final ByteArrayOutputStream input = new ByteArrayOutputStream();
  private final ConcurrentLinkedQueue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private boolean bounces;
  private int lastNumber = -1;
  private int lastPart;
  private int tunnelPort;
  private volatile boolean closed;

  CaseServer(boolean proxy, InetAddress address) throws IOException {
    this.proxy = proxy;
    listener = new ServerSocket(0, 50, address);
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /// Where tunnels lead.
  void tunnelTo(int port) {
    tunnelPort = port;
  }

  void play(CaseFile file) {
    current.set(file);
  }

  /// All bytes of all requests so far.
  byte[] input() {
    synchronized (input) {
      return input.toByteArray();
    }
  }

  private void accept() {
    while (!closed) {
      try {
        Socket socket = listener.accept();
        sockets.add(socket);
        Thread thread = Thread.ofVirtual().start(() -> serve(socket));
        synchronized (threads) {
          threads.add(thread);
        }
      } catch (IOException e) {
        if (!closed) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = socket.getInputStream();
      OutputStream out = socket.getOutputStream();
      boolean goesOn = true;
      while (goesOn) {
        goesOn = new Exchange(in, out, socket).run();
      }
      // What has not been read must not turn the end into a reset.
      socket.shutdownOutput();
      socket.setSoTimeout(1000);
      byte[] rest = new byte[8192];
      while (in.read(rest) >= 0) {
        continue;
      }
    } catch (SocketException | java.net.SocketTimeoutException e) {
      // the client is gone
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void store(byte[] bytes) {
    synchronized (input) {
      input.writeBytes(bytes);
    }
  }

  /// Waits until all connections that the client has closed are seen to be closed.
  void settle() throws InterruptedException {
    List<Thread> all;
    synchronized (threads) {
      all = List.copyOf(threads);
    }
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1500);
    for (Thread thread : all) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left > 0) {
        thread.join(java.time.Duration.ofMillis(left));
      }
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  /// One request and its answer.
  private final class Exchange {
    private final InputStream in;
    private final OutputStream out;
    private final Socket socket;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    private final CaseFile file = current.get();
    private final List<String> commands = file.words("reply", "servercmd");
    private String method = "";
    private int number = -1;
    private int part;
    private boolean keep = true;

    Exchange(InputStream in, OutputStream out, Socket socket) {
      this.in = in;
      this.out = out;
      this.socket = socket;
    }

    private boolean commanded(String word) {
      return commands.stream().anyMatch(c -> c.startsWith(word));
    }

    private int commanded(String word, int unsaid) {
      return commands.stream()
          .filter(c -> c.startsWith(word))
          .map(c -> Integer.parseInt(c.replaceAll("\\D", "")))
          .findFirst()
          .orElse(unsaid);
    }

    boolean run() throws IOException, InterruptedException {
      int delay = commanded("delay:", 0);
      if (delay > 0) {
        TimeUnit.MILLISECONDS.sleep(delay);
      }
      byte[] chunk = new byte[16 * 1024];
      while (!complete()) {
        int n = in.read(chunk);
        if (n < 0) {
          if (buffer.size() > 0) {
            store(buffer.toByteArray());
          }
          if (commanded("connection-monitor")) {
            store("[DISCONNECT]\n".getBytes(StandardCharsets.US_ASCII));
          }
          return false;
        }
        buffer.write(chunk, 0, n);
      }
      store(buffer.toByteArray());
      if (commanded("idle")) {
        while (in.read(chunk) >= 0) {
          continue;
        }
        return false;
      }
      if (commanded("stream")) {
        while (true) {
          out.write("a string to stream 01234567890\n".getBytes(StandardCharsets.US_ASCII));
        }
      }
      return answer();
    }

    private String text() {
      return buffer.toString(StandardCharsets.ISO_8859_1);
    }

    private boolean complete() {
      String text = text();
      int end = text.indexOf("\r\n\r\n");
      if (end < 0) {
        return false;
      }
      int lineEnd = text.indexOf('\n');
      Matcher line = REQUEST_LINE.matcher(text.substring(0, lineEnd));
      if (line.find()) {
        method = line.group(1);
        place(line.group(2));
      }
      String head = text.substring(0, end + 2);
      digest(head);
      if (header(head, "Connection: close")) {
        keep = false;
      }
      boolean authorized = head.contains("Authorization:");
      if (commanded("auth_required") && !authorized) {
        return true;
      }
      if (commanded("no-expect") && header(head, "Expect: 100-continue")) {
        return true;
      }
      if (head.toLowerCase(java.util.Locale.ROOT).contains("\r\ntransfer-encoding: chunked")) {
        return text.indexOf("\r\n0\r\n", end) >= 0 && text.endsWith("\r\n\r\n");
      }
      Matcher length = Pattern.compile("(?i)\r\nContent-Length: *(\\d+)").matcher(head);
      long wanted = length.find() ? Long.parseLong(length.group(1)) - commanded("skip:", 0) : 0;
      if (commanded("skip:") && buffer.size() - (end + 4) > wanted) {
        // What it does not want it does not read.
        byte[] read = buffer.toByteArray();
        buffer.reset();
        buffer.write(read, 0, (int) (end + 4 + wanted));
        return true;
      }
      return buffer.size() - (end + 4) >= wanted;
    }

    private static boolean header(String head, String line) {
      return head.contains("\r\n" + line);
    }

    /// The number of the case, and of the answer, at the end of the path.
    private void place(String path) {
      number = file.number();
      part = 0;
      Matcher found = Pattern.compile("/(\\d+)[^/]*$").matcher(path);
      if (found.find() && !method.equals("CONNECT")) {
        long value =
            Long.parseLong(found.group(1).substring(0, Math.min(15, found.group(1).length())));
        part = value > 10_000 ? (int) (value % 10_000) : 0;
      }
    }

    private void digest(String head) {
      if (head.contains("Authorization: Digest")) {
        part += 1000;
      } else if (part >= 1000 && head.contains("Authorization: Basic")) {
        part += 1;
      }
    }

    private boolean answer() throws IOException, InterruptedException {
      byte[] bytes;
      boolean tunnel = method.equals("CONNECT");
      synchronized (CaseServer.this) {
        if (bounces && number == lastNumber) {
          part = lastPart + 1;
        }
        String name = (tunnel ? "connect" : "data") + (part == 0 ? "" : part);
        Optional<CaseFile.Part> found = file.part("reply", name);
        String reply = found.map(p -> p.cut().text()).orElse("");
        bytes = reply.getBytes(StandardCharsets.ISO_8859_1);
        bounces = reply.contains("swsbounce");
        lastNumber = number;
        lastPart = part;
        keep &= !reply.contains("swsclose") && !reply.isEmpty() && !commanded("swsclose");
      }
      int pause = commanded("writedelay:", 0);
      for (int i = 0; i < bytes.length; i += CHUNK) {
        out.write(bytes, i, Math.min(CHUNK, bytes.length - i));
        if (pause > 0) {
          TimeUnit.MILLISECONDS.sleep(pause);
        }
      }
      out.flush();
      for (String command : file.words("reply", "postcmd")) {
        if (command.startsWith("wait")) {
          TimeUnit.SECONDS.sleep(Long.parseLong(command.replaceAll("\\D", "")));
        }
      }
      if (keep && tunnel && proxy) {
        tunnel();
        return false;
      }
      if (!keep && commanded("connection-monitor")) {
        store("[DISCONNECT]\n".getBytes(StandardCharsets.US_ASCII));
      }
      return keep;
    }

    private void tunnel() throws IOException, InterruptedException {
      try (Socket far = new Socket(InetAddress.getLoopbackAddress(), tunnelPort)) {
        far.setTcpNoDelay(true);
        Thread back =
            Thread.ofVirtual()
                .start(
                    () -> {
                      try {
                        far.getInputStream().transferTo(out);
                        socket.shutdownOutput();
                      } catch (IOException e) {
                        // one side is gone, the other follows
                      }
                    });
        try {
          in.transferTo(far.getOutputStream());
          far.shutdownOutput();
        } catch (SocketException e) {
          // the client is gone
        }
        back.join(java.time.Duration.ofSeconds(2));
      }
    }
  }
}
