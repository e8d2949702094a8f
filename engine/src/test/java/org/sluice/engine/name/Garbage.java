package org.sluice.engine.name;

import java.util.Random;

/// Text that nobody means: characters that matter to a parser or a file system, and any others.
public final class Garbage {
  private static final String[] PIECES = {
    "/",
    "\\",
    ":",
    "..",
    ".",
    " ",
    "\"",
    "'",
    "''",
    ";",
    "=",
    "*",
    "%",
    "%2f",
    "%00",
    "%e2%82%ac",
    "%zz",
    "\0",
    "\r\n",
    "\u202E",
    "\u200B",
    "\u0301",
    "\uFEFF",
    "CON",
    "com1",
    "¹",
    ".txt",
    ".exe",
    "filename",
    "filename*",
    "attachment",
    "UTF-8''",
    "ISO-8859-1'en'",
    "=?UTF-8?B?",
    "?=",
    "4oKs",
    "Ã¼",
    "ü",
    "\uD83D",
    "\uDE00",
    "\uD83D\uDE00",
    "\t",
    "~",
    "|",
    "<",
    "€",
    "e",
    "a",
    "名",
    "\u212B"
  };

  private Garbage() {}

  public static String text(Random random, int longest) {
    StringBuilder out = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      switch (random.nextInt(4)) {
        case 0 -> out.appendCodePoint(random.nextInt(0x250));
        case 1 -> out.append((char) random.nextInt(0x10000));
        default -> out.append(PIECES[random.nextInt(PIECES.length)]);
      }
    }
    if (random.nextInt(20) == 0) {
      out.append("x€".repeat(random.nextInt(longest)));
    }
    return out.toString();
  }
}
