package org.sluice.app.curl.run;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sluice.app.curl.Operation;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.multi.Transfer;
import org.sluice.engine.request.BodySink;
import org.sluice.engine.request.BodySource;
import org.sluice.engine.request.HeadKind;

/// One transfer at work: takes its heads and its body and writes them where the options say.
///
/// **Threads**: a sink on the loop's thread while its transfer runs; before and after that it belongs
/// to the thread that runs the command line.
final class JobRun implements BodySink {
  private static final Pattern TOO_LONG = Pattern.compile("0*[1-9]\\d{19,}");
  private static final Pattern FIRST_NUMBER = Pattern.compile("\\d{1,18}");

  private final Job job;
  private final Operation operation;
  private final OutputFile output;
  private final SideFiles side;
  private final Messages messages;
  private final Tracer tracer;
  private final List<SeenHead> heads = new ArrayList<>();
  private final @Nullable OutputStream headFile;
  private volatile long offset;
  private final boolean shows;
  private boolean named;
  private boolean bodyIgnored;
  private final AtomicLong body = new AtomicLong();
  private volatile long expectedBytes = -1;
  private final AtomicLong sent = new AtomicLong();
  private volatile long toSendBytes;
  private @Nullable Transfer transfer;
  private long toldSocket;
  private String lastRequest = "";
  private long requestBytes;
  private int ownCode;
  private @Nullable String ownSentence;

  JobRun(Job job, OutputFile output, SideFiles side, Messages messages, long offset) {
    this.job = job;
    this.operation = job.operation();
    this.output = output;
    this.side = side;
    this.messages = messages;
    tracer = messages.tracer();
    this.offset = offset;
    headFile = side.heads(job.first());
    shows = operation.isOn("show-headers") || operation.isOn("include") || operation.isOn("head");
  }

  long bodyBytes() {
    return body.get();
  }

  /// The head of the last request; empty if none was sent.
  String lastRequest() {
    return lastRequest;
  }

  /// Bytes of all heads that were sent.
  long requestBytes() {
    return requestBytes;
  }

  Job job() {
    return job;
  }

  OutputFile output() {
    return output;
  }

  /// All heads of the answers so far, in order.
  List<SeenHead> heads() {
    return heads;
  }

  /// The code that is the reason for an error of this sink; 0 for none.
  int ownCode() {
    return ownCode;
  }

  @Nullable String ownSentence() {
    return ownSentence;
  }

  /// What carries it out now, before that begins.
  void carriedBy(Transfer now) {
    transfer = now;
    toldSocket = 0;
  }

  private Tracer.Ids ids() {
    Transfer now = transfer;
    long socket = now == null ? 0 : now.info().socketSerial();
    return new Tracer.Ids(job.number(), socket - 1);
  }

  private void tellConnection() {
    Transfer now = transfer;
    if (now == null || !tracer.isOn()) {
      return;
    }
    long socket = now.info().socketSerial();
    InetSocketAddress remote = now.stages().remote();
    if (socket != toldSocket && remote != null) {
      toldSocket = socket;
      String address = remote.getAddress().getHostAddress();
      tracer.info(
          ids(),
          "Connected to " + remote.getHostString() + " (" + address + ") port " + remote.getPort());
    }
  }

  /// The body that is sent, watched.
  BodySource watched(BodySource source) {
    toSendBytes = source.lengthBytes();
    return new WatchedBody(
        source,
        piece -> {
          sent.addAndGet(piece.remaining());
          tracer.data(ids(), Tracer.Kind.DATA_OUT, piece);
        });
  }

  /// How far it is. **Threads**: any.
  ///
  /// @param startNanos when it began
  Moved moved(long startNanos) {
    return new Moved(body.get(), expectedBytes, sent.get(), toSendBytes, offset, startNanos);
  }

  /// For another attempt.
  void startOver() throws IOException {
    // Heads that no body followed stay, as in curl.
    if (body.get() > 0 && output.bytes() > 0) {
      output.startOver();
    }
    body.set(0);
    heads.clear();
    sent.set(0);
    expectedBytes = -1;
    bodyIgnored = false;
    ownCode = 0;
    ownSentence = null;
  }

  /// For another attempt that goes on where this one ended: `-C -`.
  ///
  /// @return where that is
  long goOn() throws IOException {
    output.close();
    offset = output.size();
    if (offset > 0) {
      output.continueAt(offset);
    }
    startOver();
    return offset;
  }

  @Override
  public void requestSent(String text) {
    lastRequest = text;
    requestBytes += text.length();
    tellConnection();
    tracer.head(ids(), Tracer.Kind.HEAD_OUT, text);
  }

  /// Any head, as it came.
  @Override
  public void received(HeadKind kind, ResponseHead head, String text) throws IOException {
    heads.add(new SeenHead(kind, head, text));
    tracer.head(ids(), Tracer.Kind.HEAD_IN, text);
    if (kind == HeadKind.CONNECT && head.status() / 100 == 2) {
      for (String name : List.of("Content-Length", "Transfer-Encoding")) {
        if (head.headers().has(name)) {
          tracer.info(ids(), "Ignoring " + name + " in CONNECT " + head.status() + " response");
        }
      }
    }
    if (kind == HeadKind.CONNECT && operation.isOn("suppress-connect-headers")) {
      return;
    }
    Set<String> places = new HashSet<>(head.headers().all("Location"));
    places.remove("");
    if (places.size() > 1) {
      throw refuse(ExitCodes.WEIRD_REPLY, "Multiple Location headers");
    }
    int hundreds = head.status() / 100;
    if ((hundreds == 2 || hundreds == 3) && kind != HeadKind.CONNECT) {
      String etag = head.header("ETag");
      if (etag != null) {
        side.saveEtag(etag);
      }
      nameFile(head);
    }
    show(text);
  }

  @Override
  public void brokenHead(String text) throws IOException {
    tracer.head(ids(), Tracer.Kind.HEAD_IN, text);
    show(text);
  }

  @Override
  public void trailers(Headers trailers) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Headers.Field field : trailers.fields()) {
      lines.append(field.name()).append(": ").append(field.value()).append("\r\n");
    }
    show(lines.toString());
  }

  /// Line by line, as both may be the same stream.
  private void show(String text) throws IOException {
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      int next = end < 0 ? text.length() : end + 1;
      byte[] line = text.substring(from, next).getBytes(StandardCharsets.ISO_8859_1);
      if (headFile != null) {
        headFile.write(line);
        headFile.flush();
      }
      if (shows) {
        writeOut(ByteBuffer.wrap(line));
      }
      from = next;
    }
  }

  /// The last one, before its body.
  @Override
  public void head(ResponseHead head) throws IOException {
    expectedBytes = head.contentLength();
    judge(head);
  }

  /// `-J`: the server's name for the file.
  private void nameFile(ResponseHead head) throws IOException {
    boolean wanted =
        operation.isOn("remote-header-name")
            && job.target().where() instanceof org.sluice.app.curl.Destination.Remote;
    if (!wanted || named) {
      return;
    }
    String field = head.header("Content-Disposition");
    String location = head.status() / 100 == 3 ? head.header("Location") : null;
    String name = field == null ? null : ServerName.ofDisposition(field);
    if (name != null) {
      named = true;
    } else if (location != null) {
      name = ServerName.ofLocation(location);
    }
    if (name != null) {
      String folder = operation.text("output-dir");
      output.nameFromServer(folder == null ? name : folder + "/" + name);
    }
  }

  /// What makes the answer useless before its body.
  private void judge(ResponseHead head) throws IOException {
    long most = operation.bytes("max-filesize", 0);
    if (most > 0 && (head.contentLength() > most || isHuge(head)) && head.status() / 100 == 2) {
      throw refuse(ExitCodes.FILESIZE_EXCEEDED, "Maximum file size exceeded");
    }
    if (offset > 0 && job.upload() == null && head.status() == 416) {
      bodyIgnored = true;
      return;
    }
    if (operation.isOn("fail") && !operation.isOn("fail-with-body") && head.status() >= 400) {
      throw refuse(
          ExitCodes.HTTP_RETURNED_ERROR, "The requested URL returned error: " + head.status());
    }
    if (offset > 0 && job.upload() == null) {
      resumed(head);
    }
  }

  /// Whether it says a length that no file has.
  private static boolean isHuge(ResponseHead head) {
    String length = head.header("Content-Length");
    return length != null && TOO_LONG.matcher(length).matches();
  }

  /// Whether what comes is what is missing.
  private void resumed(ResponseHead head) throws IOException {
    String range = head.header("Content-Range");
    Matcher start = FIRST_NUMBER.matcher(range == null ? "" : range);
    boolean fits = start.find() && start.group().equals(Long.toString(offset));
    if (!fits && head.contentLength() == offset) {
      bodyIgnored = true;
    } else if (!fits && head.contentLength() != 0) {
      throw refuse(
          ExitCodes.RANGE_ERROR,
          "HTTP server does not seem to support byte ranges. Cannot resume.");
    }
  }

  private IOException refuse(int code, String sentence) {
    ownCode = code;
    ownSentence = sentence;
    return new IOException(sentence);
  }

  @Override
  public Answer write(ByteBuffer chunk) throws IOException {
    if (bodyIgnored) {
      return Answer.TAKEN;
    }
    long most = operation.bytes("max-filesize", 0);
    if (most > 0 && body.get() + chunk.remaining() > most) {
      chunk.limit(chunk.position() + (int) (most - body.get()));
      writeOut(chunk);
      throw refuse(ExitCodes.FILESIZE_EXCEEDED, "Maximum file size exceeded");
    }
    tracer.data(ids(), Tracer.Kind.DATA_IN, chunk);
    body.addAndGet(chunk.remaining());
    writeOut(chunk);
    return Answer.TAKEN;
  }

  private void writeOut(ByteBuffer bytes) throws IOException {
    if (output.isFile() && !output.isOpen()) {
      open();
    }
    output.write(bytes);
  }

  private void open() throws IOException {
    try {
      output.create();
    } catch (IOException e) {
      messages.warning("Failed to open the file " + output.name() + ": " + reason(e));
      throw new IOException("Failure writing output to destination", e);
    }
  }

  static String reason(IOException e) {
    String message = String.valueOf(e.getMessage());
    return switch (e) {
      case java.nio.file.NoSuchFileException none -> "No such file or directory";
      case java.nio.file.AccessDeniedException denied -> "Permission denied";
      default -> message;
    };
  }

  /// A transfer that gave nothing leaves an empty file all the same.
  boolean createEmpty() {
    try {
      if (output.isFile() && !output.isOpen()) {
        open();
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  void closeHeads() throws IOException {
    if (headFile != null && !side.headsAreShared()) {
      headFile.close();
    }
  }
}
