package org.sluice.engine.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;

/// Packed bytes in pieces of any size come out as they were; what is broken ends with an error.
class UnpackingTest {
  /// Ways to pack.
  enum Coding {
    GZIP("gzip") {
      @Override
      byte[] pack(byte[] plain) throws IOException {
        return through(plain, GZIPOutputStream::new);
      }
    },
    ZLIB("deflate") {
      @Override
      byte[] pack(byte[] plain) throws IOException {
        return through(plain, DeflaterOutputStream::new);
      }
    },
    RAW("deflate") {
      @Override
      byte[] pack(byte[] plain) throws IOException {
        return through(plain, out -> new DeflaterOutputStream(out, new Deflater(9, true)));
      }
    },
    BROTLI("br") {
      @Override
      byte[] pack(byte[] plain) throws IOException {
        Brotli4jLoader.ensureAvailability();
        return Encoder.compress(plain);
      }
    },
    ZSTD("zstd") {
      @Override
      byte[] pack(byte[] plain) {
        return Zstd.compress(plain);
      }
    };

    final String name;

    Coding(String name) {
      this.name = name;
    }

    abstract byte[] pack(byte[] plain) throws IOException;

    interface Packer {
      OutputStream pack(OutputStream out) throws IOException;
    }

    private static byte[] through(byte[] plain, Packer packer) throws IOException {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (OutputStream out = packer.pack(packed)) {
        out.write(plain);
      }
      return packed.toByteArray();
    }
  }

  private static byte[] text(int lines) {
    StringBuilder out = new StringBuilder();
    Random random = new Random(lines);
    for (int i = 0; i < lines; i++) {
      out.append("line ").append(i).append(' ').append(random.nextInt()).append('\n');
    }
    return out.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }

  static byte[] unpack(String codings, DecodeLimits limits, byte[] packed, int piece)
      throws TransferException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Unpacking unpacking = Unpacking.of(List.of(codings), limits)) {
      assertThat(unpacking).isNotNull();
      for (int at = 0; at < packed.length; at += piece) {
        byte[] part = Arrays.copyOfRange(packed, at, Math.min(packed.length, at + piece));
        ByteBuffer input = ByteBuffer.wrap(part);
        unpacking.feed(input);
        boolean kept = false;
        for (ByteBuffer b = unpacking.next(); b != null; b = unpacking.next()) {
          assertThat(b.remaining()).isPositive();
          byte[] bytes = new byte[b.remaining()];
          b.get(bytes);
          out.writeBytes(bytes);
          if (!kept) {
            unpacking.keepInput();
            Arrays.fill(part, (byte) 0x55);
            kept = true;
          }
        }
      }
      unpacking.end();
    }
    return out.toByteArray();
  }

  private static byte[] unpack(Coding coding, byte[] packed) throws TransferException {
    return unpack(coding.name, DecodeLimits.DEFAULT, packed, Integer.MAX_VALUE >> 1);
  }

  @ParameterizedTest
  @EnumSource
  void whatWasPackedComesOut(Coding coding) throws Exception {
    for (int lines : new int[] {1, 1_000, 50_000}) {
      byte[] plain = text(lines);
      byte[] packed = coding.pack(plain);
      for (int piece : new int[] {packed.length, 1 + packed.length / 2, 4_099}) {
        assertThat(unpack(coding.name, DecodeLimits.DEFAULT, packed, piece))
            .as(coding + " in pieces of " + piece)
            .isEqualTo(plain);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void byteByByte(Coding coding) throws Exception {
    byte[] plain = text(300);
    assertThat(unpack(coding.name, DecodeLimits.DEFAULT, coding.pack(plain), 1)).isEqualTo(plain);
  }

  /// Cut at every byte it is never whole, and never an exception but ours.
  @ParameterizedTest
  @EnumSource
  void cutAtEveryByteItIsToldOf(Coding coding) throws Exception {
    byte[] packed = coding.pack(text(20));
    for (int i = 1; i < packed.length; i++) {
      byte[] cut = Arrays.copyOf(packed, i);
      assertThatThrownBy(() -> unpack(coding, cut))
          .as(coding + " cut at " + i)
          .isInstanceOfSatisfying(
              TransferException.class,
              e -> assertThat(e.code()).isEqualTo(TransferErrorCode.BAD_CONTENT_ENCODING));
    }
  }

  @ParameterizedTest
  @EnumSource
  void brokenBytesDoNoHarm(Coding coding) throws Exception {
    byte[] packed = coding.pack(text(500));
    Random random = new Random(coding.ordinal());
    for (int round = 0; round < 300; round++) {
      byte[] broken = packed.clone();
      for (int i = 0; i <= random.nextInt(4); i++) {
        broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
      }
      try {
        assertThat(unpack(coding, broken).length).isLessThan(64 << 20);
      } catch (TransferException e) {
        assertThat(e.code())
            .as("seed " + coding.ordinal() + " round " + round)
            .isEqualTo(TransferErrorCode.BAD_CONTENT_ENCODING);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip, gzip", "gzip,identity, x-gzip", "none, gzip , gzip"})
  void severalAreTakenOffInTurn(String codings) throws Exception {
    byte[] plain = text(2_000);
    byte[] packed = Coding.GZIP.pack(Coding.GZIP.pack(plain));
    assertThat(unpack(codings, DecodeLimits.DEFAULT, packed, 100)).isEqualTo(plain);
  }

  @Test
  void differentOnesAreTakenOffFromTheLast() throws Exception {
    byte[] plain = text(2_000);
    byte[] packed = Coding.ZSTD.pack(Coding.BROTLI.pack(Coding.GZIP.pack(plain)));
    assertThat(unpack("gzip, br, zstd", DecodeLimits.DEFAULT, packed, 777)).isEqualTo(plain);
  }

  @Test
  void severalMembersAreOneBody() throws Exception {
    byte[] one = Coding.GZIP.pack(text(10));
    byte[] two = Arrays.copyOf(one, one.length * 2);
    System.arraycopy(one, 0, two, one.length, one.length);
    assertThat(unpack(Coding.GZIP, two)).hasSize(2 * text(10).length);
  }

  @Test
  void aWrongCheckSumIsFound() throws Exception {
    byte[] packed = Coding.GZIP.pack(text(10));
    packed[packed.length - 6] ^= 1;
    assertThatThrownBy(() -> unpack(Coding.GZIP, packed)).hasMessageContaining("check sum");
  }

  @ParameterizedTest
  @EnumSource
  void aBombIsStopped(Coding coding) throws Exception {
    DecodeLimits tight = new DecodeLimits(5, 20, 1 << 20);
    byte[] bomb = coding.pack(new byte[16 << 20]);
    assertThatThrownBy(() -> unpack(coding.name, tight, bomb, 1_000))
        .hasMessageContaining("more than 20 times");
  }

  /// A bomb in a bomb: the inner one would be small beside what comes out of it.
  @Test
  void aBombInABombIsStopped() throws Exception {
    byte[] bomb = Coding.GZIP.pack(Coding.GZIP.pack(new byte[100 << 20]));
    DecodeLimits tight = new DecodeLimits(5, 20, 1 << 20);
    assertThatThrownBy(() -> unpack("gzip, gzip", tight, bomb, 100)).hasMessageContaining("times");
  }

  @Test
  void whatNobodyKnowsIsRefused() {
    assertThatThrownBy(() -> Unpacking.of(List.of("lab"), DecodeLimits.DEFAULT))
        .hasMessageContaining("\"lab\"")
        .hasMessageContaining("zstd");
    assertThatThrownBy(
            () -> Unpacking.of(List.of("gzip,gzip,gzip", "gzip,gzip,gzip"), DecodeLimits.DEFAULT))
        .hasMessageContaining("more than 5 times");
  }

  @Test
  void whatIsNotPackedNeedsNothing() throws Exception {
    assertThat(Unpacking.of(List.of("identity", "", " , "), DecodeLimits.DEFAULT)).isNull();
  }
}
