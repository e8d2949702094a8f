package org.sluice.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.http.Credentials;
import org.sluice.engine.http.Method;
import org.sluice.engine.lab.LabRequest;
import org.sluice.engine.lab.LabSecrets;
import org.sluice.engine.multi.IdlePoll;
import org.sluice.engine.multi.TransferInfo;
import org.sluice.engine.request.AuthOptions;
import org.sluice.engine.request.BodySink;
import org.sluice.engine.request.BodySource;
import org.sluice.engine.request.CustomMethod;
import org.sluice.engine.request.Expect100;
import org.sluice.engine.request.FormPart;
import org.sluice.engine.request.KeepPost;
import org.sluice.engine.request.MultipartForm;
import org.sluice.engine.request.RedirectOptions;
import org.sluice.engine.request.RequestForm;
import org.sluice.engine.request.StreamBody;
import org.sluice.engine.request.TransferOptions;
import org.sluice.engine.request.UploadOptions;

/// Bodies that are sent to the lab, which sends them back or has other ideas.
class UploadTest extends GoldenTestBase {
  private static final Credentials USER = new Credentials(LabSecrets.USER, LabSecrets.PASSWORD);
  private static final byte[] HELLO = "hello=1&more=2".getBytes(StandardCharsets.UTF_8);

  /// How one transfer went, and what came back.
  record Run(TransferInfo info, byte[] body, List<LabRequest> seen, List<Line> lines) {
    List<String> methods() {
      return seen.stream().map(LabRequest::method).toList();
    }

    String lengths() {
      return String.join(
          " ", seen.stream().map(r -> r.header("Content-Length").orElse("-")).toList());
    }
  }

  static Run run(TransferOptions.Builder options) throws IOException {
    return run(options, m -> m.loop.run());
  }

  static Run run(TransferOptions.Builder options, Play play) throws IOException {
    List<byte[]> chunks = new ArrayList<>();
    TransferInfo[] info = new TransferInfo[1];
    long before = lab.requests();
    List<Line> lines =
        traced(
            "upload",
            IdlePoll.NONE,
            m -> {
              Easy easy = m.easy(options.build());
              easy.hook =
                  (e, chunk) -> {
                    byte[] bytes = new byte[chunk.remaining()];
                    chunk.duplicate().get(bytes);
                    chunks.add(bytes);
                    return BodySink.Answer.TAKEN;
                  };
              m.add(easy);
              play.play(m);
              info[0] = easy.transfer.info();
            });
    ByteBuffer all = ByteBuffer.allocate(chunks.stream().mapToInt(c -> c.length).sum());
    chunks.forEach(all::put);
    List<LabRequest> seen = lab.seen();
    int made = (int) (lab.requests() - before);
    return new Run(info[0], all.array(), seen.subList(seen.size() - made, seen.size()), lines);
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private static TransferOptions.Builder post(String path, BodySource body) {
    return http(path).method(Method.POST).upload(UploadOptions.of(body));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 3_000_000})
  void bytesArrive(int size) throws IOException {
    byte[] body = random(size);
    Run run = run(post("/upload", BodySource.of(body)));
    assertThat(run.info.error()).isNull();
    assertThat(run.info.httpStatus()).isEqualTo(200);
    assertThat(run.body).isEqualTo(body);
    assertThat(run.info.sent()).isEqualTo(size);
    assertThat(run.lengths()).isEqualTo("" + size);
    assertThat(run.seen.getFirst().header("Expect").isPresent()).isEqualTo(size > 1 << 20);
  }

  @Test
  void aFileArrives(@TempDir Path folder) throws IOException {
    byte[] body = random(700_001);
    Path file = Files.write(folder.resolve("up"), body);
    Run run = run(http("/upload").method(Method.PUT).upload(UploadOptions.of(BodySource.of(file))));
    assertThat(run.body).isEqualTo(body);
    assertThat(run.methods()).containsExactly("PUT");
  }

  @Test
  void aStreamWithoutLengthGoesInChunks() throws IOException {
    byte[] body = random(300_000);
    StreamBody stream = new StreamBody(new ByteArrayInputStream(body), BodySource.UNKNOWN);
    Run run = run(post("/upload", stream));
    assertThat(run.body).isEqualTo(body);
    assertThat(run.seen.getFirst().header("Transfer-Encoding")).contains("chunked");
    assertThat(run.seen.getFirst().header("Content-Length")).isEmpty();
    assertThat(run.seen.getFirst().header("Expect")).contains("100-continue");
  }

  /// Nothing comes for a while; the transfer neither fails nor asks for the socket meanwhile.
  @Test
  void aSlowStreamIsWaitedFor() throws IOException {
    PipedOutputStream pipe = new PipedOutputStream();
    StreamBody stream = new StreamBody(new PipedInputStream(pipe), BodySource.UNKNOWN);
    UploadOptions upload =
        UploadOptions.of(stream).withExpect(Expect100.DEFAULT.withRule(Expect100.Rule.NEVER));
    Run run =
        run(
            http("/upload").method(Method.POST).upload(upload),
            m -> {
              m.loop.runUntil(() -> lab.seen().getLast().path().equals("/upload"));
              m.loop.turnFor(50);
              pipe.write(HELLO);
              pipe.close();
              m.loop.run();
            });
    assertThat(run.body).isEqualTo(HELLO);
  }

  @Test
  void aShortSourceIsAnError() throws IOException {
    StreamBody stream = new StreamBody(new ByteArrayInputStream(HELLO), HELLO.length + 1);
    Run run = run(post("/upload", stream));
    assertThat(run.info.result()).isEqualTo(TransferErrorCode.READ_ERROR);
  }

  @Test
  void aLongSourceIsCut() throws IOException {
    StreamBody stream = new StreamBody(new ByteArrayInputStream(HELLO), 5);
    Run run = run(post("/upload", stream));
    assertThat(run.body).isEqualTo("hello".getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "301, POST, false, POST GET, 14 -",
    "302, POST, false, POST GET, 14 -",
    "303, POST, false, POST GET, 14 -",
    "307, POST, false, POST POST, 14 14",
    "308, POST, false, POST POST, 14 14",
    "301, POST, true, POST POST, 14 14",
    "302, POST, true, POST POST, 14 14",
    "303, POST, true, POST POST, 14 14",
    "301, PUT, false, PUT PUT, 14 14",
    "302, PURGE, false, PURGE PURGE, 14 14",
    "303, PUT, true, PUT GET, 14 -"
  })
  void redirectsChangeTheMethodAsInBrowsers(
      int status, String method, boolean keep, String methods, String lengths) throws IOException {
    Run run =
        run(
            http("/redir-upload?status=" + status)
                .method(new Method(method))
                .redirects(
                    RedirectOptions.DEFAULT.withKeepPost(keep ? KeepPost.ALL : KeepPost.NONE))
                .upload(UploadOptions.of(BodySource.of(HELLO))));
    assertThat(run.info.error()).isNull();
    assertThat(String.join(" ", run.methods())).isEqualTo(methods);
    assertThat(run.lengths()).isEqualTo(lengths);
  }

  @ParameterizedTest
  @CsvSource({
    "EVERY_HOP, 302, PATCH PATCH",
    "UNTIL_GET, 302, PATCH GET",
    "UNTIL_GET, 307, PATCH PATCH",
    "FIRST_HOP, 302, PATCH GET",
    "FIRST_HOP, 307, PATCH POST"
  })
  void aCustomWordGoesAsFarAsItsScope(CustomMethod.Scope scope, int status, String methods)
      throws IOException {
    CustomMethod custom = new CustomMethod(new Method("PATCH"), scope);
    Run run =
        run(
            post("/redir-upload?status=" + status, BodySource.of(HELLO))
                .form(RequestForm.DEFAULT.withCustomMethod(custom)));
    assertThat(String.join(" ", run.methods())).isEqualTo(methods);
  }

  @Test
  void whatCannotBeReadAgainEndsTheTransfer() throws IOException {
    StreamBody stream = new StreamBody(new ByteArrayInputStream(HELLO), HELLO.length);
    Run run = run(post("/redir-upload?status=307", stream));
    assertThat(run.info.result()).isEqualTo(TransferErrorCode.SEND_FAIL_REWIND);
    assertThat(run.info.error()).contains("second time");
  }

  @Test
  void digestAsksWithAnEmptyBodyFirst() throws IOException {
    StreamBody stream = new StreamBody(new ByteArrayInputStream(HELLO), HELLO.length);
    Run run = run(post("/auth/digest", stream).auth(AuthOptions.digest(USER)));
    assertThat(run.info.error()).isNull();
    assertThat(run.info.httpStatus()).isEqualTo(200);
    assertThat(run.lengths()).isEqualTo("0 14");
  }

  /// Whoever takes the empty body without a question gets the real one.
  @Test
  void digestThatNobodyAsksForSendsTheBodyAllTheSame() throws IOException {
    Run run = run(post("/upload", BodySource.of(HELLO)).auth(AuthOptions.digest(USER)));
    assertThat(run.body).isEqualTo(HELLO);
    assertThat(run.lengths()).isEqualTo("0 14");
  }

  @Test
  void anyAuthSendsTheBodyTwice() throws IOException {
    Run run = run(post("/auth/any", BodySource.of(HELLO)).auth(AuthOptions.any(USER)));
    assertThat(run.info.httpStatus()).isEqualTo(200);
    assertThat(run.lengths()).isEqualTo("14 14");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anErrorBeforeTheBodyStopsIt(boolean expects) throws IOException {
    byte[] body = random(8 << 20);
    Expect100.Rule rule = expects ? Expect100.Rule.ALWAYS : Expect100.Rule.NEVER;
    UploadOptions upload =
        UploadOptions.of(BodySource.of(body)).withExpect(Expect100.DEFAULT.withRule(rule));
    Run run = run(http("/upload-full").method(Method.POST).upload(upload));
    assertThat(run.info.error()).isNull();
    assertThat(run.info.httpStatus()).isEqualTo(413);
    assertThat(new String(run.body, StandardCharsets.UTF_8)).contains("no room");
    assertThat(run.info.sent()).isLessThan(body.length);
    assertThat(expects ? run.info.sent() : 0).isZero();
  }

  @Test
  void aGoodAnswerBeforeTheBodyLetsItGoOn() throws IOException {
    byte[] body = random(3_000_000);
    Run run = run(post("/upload-answered", BodySource.of(body)));
    assertThat(run.info.error()).isNull();
    assertThat(run.info.httpStatus()).isEqualTo(200);
    assertThat(run.info.sent()).isEqualTo(body.length);
  }

  @Test
  void aDroppedConnectionIsToldOf() throws IOException {
    Run run = run(post("/upload-dropped", BodySource.of(random(8 << 20))));
    assertThat(run.info.result())
        .isIn(
            TransferErrorCode.SEND_ERROR,
            TransferErrorCode.RECV_ERROR,
            TransferErrorCode.GOT_NOTHING);
  }

  @Test
  void sendingIsLimited() throws IOException {
    byte[] body = random(300_000);
    long start = System.nanoTime();
    Run run =
        run(
            http("/upload")
                .method(Method.POST)
                .upload(UploadOptions.of(BodySource.of(body)).withSendLimit(200_000)));
    assertThat(run.body).isEqualTo(body);
    // A quarter of a second's worth may go at once.
    assertThat(System.nanoTime() - start).isGreaterThan(1_000_000_000L);
  }

  @Test
  void sendingIsPaused() throws IOException {
    byte[] body = random(20_000_000);
    UploadOptions upload =
        UploadOptions.of(BodySource.of(body))
            .withExpect(Expect100.DEFAULT.withRule(Expect100.Rule.NEVER));
    Run run =
        run(
            http("/postno100").method(Method.POST).upload(upload),
            m -> {
              var transfer = m.multi.handles().getFirst();
              m.loop.runUntil(() -> transfer.info().sent() > 0);
              m.pauseSending(transfer);
              m.loop.turnFor(20);
              long sent = transfer.info().sent();
              m.loop.turnFor(50);
              assertThat(transfer.info().sent()).isEqualTo(sent).isLessThan(body.length);
              m.unpauseSending(transfer);
              m.loop.run();
            });
    assertThat(run.info.error()).isNull();
    assertThat(run.info.sent()).isEqualTo(body.length);
  }

  @Test
  void aFormArrives(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a\".txt"), "in the file");
    MultipartForm form =
        new MultipartForm(
            MultipartForm.Kind.FORM_DATA,
            MultipartForm.Escape.PERCENT,
            "xyz",
            List.of(FormPart.text("one", "1"), FormPart.file("two\r\nX: y", file)));
    Run run = run(post("/upload", form));
    assertThat(new String(run.body, StandardCharsets.UTF_8))
        .isEqualTo(
            """
            --xyz
            Content-Disposition: form-data; name="one"

            1
            --xyz
            Content-Disposition: form-data; name="two%0D%0AX: y"; filename="a%22.txt"
            Content-Type: text/plain

            in the file
            --xyz--
            """
                .replace("\n", "\r\n"));
    assertThat(run.seen.getFirst().header("Content-Type"))
        .contains("multipart/form-data; boundary=xyz");
    assertThat(run.lengths()).isEqualTo("" + run.body.length);
  }

  @Test
  void aFormWithAStreamGoesInChunks() throws IOException {
    byte[] body = random(100_000);
    BodySource stream = new StreamBody(new ByteArrayInputStream(body), BodySource.UNKNOWN);
    FormPart part = FormPart.text("s", "").withFileName("x.bin");
    FormPart streamed =
        new FormPart("s", part.fileName(), FormPart.ANY_TYPE, part.fields(), stream);
    Run run = run(post("/upload", MultipartForm.of(List.of(streamed))));
    assertThat(run.info.error()).isNull();
    int start = run.body.length - body.length;
    assertThat(indexOf(run.body, body)).isBetween(1, start);
  }

  private static int indexOf(byte[] all, byte[] part) {
    for (int i = 0; i + part.length <= all.length; i++) {
      if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    return -1;
  }

  @Test
  void nothingSmugglesALine() {
    assertThat(List.of("G ET", "GET\r\nX: y", "", "GÉT"))
        .allSatisfy(
            word -> assertThatIllegalArgumentException().isThrownBy(() -> new Method(word)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UploadOptions.NONE.withContentType("a/b\r\nX: y"));
  }
}
