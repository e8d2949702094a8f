package org.sluice.app.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a line of C or Java into pieces of one colour each.
final class CodeTokens {
  /// What a piece is; the style class is the name in lower case with `code-` in front.
  enum Kind {
    PLAIN,
    KEYWORD,
    FUNCTION,
    CONSTANT,
    STRING,
    COMMENT
  }

  /// A piece of a line.
  record Token(Kind kind, String text) {}

  private static final Set<String> KEYWORDS =
      Set.of(
          "boolean",
          "else",
          "false",
          "final",
          "for",
          "if",
          "instanceof",
          "int",
          "long",
          "new",
          "null",
          "private",
          "public",
          "return",
          "static",
          "struct",
          "throws",
          "true",
          "try",
          "catch",
          "finally",
          "void",
          "while",
          "char");

  private static final Pattern PIECE =
      Pattern.compile(
          "(?<comment>//.*|/\\*.*?\\*/)|(?<text>\"[^\"]*\")|(?<number>\\b[0-9]\\w*)|(?<word>[A-Za-z_]\\w*)");

  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9]*_[A-Z0-9_]+");

  private CodeTokens() {}

  static List<Token> of(String line) {
    List<Token> tokens = new ArrayList<>();
    Matcher piece = PIECE.matcher(line);
    int at = 0;
    while (piece.find()) {
      add(tokens, Kind.PLAIN, line.substring(at, piece.start()));
      add(tokens, kind(piece, line), piece.group());
      at = piece.end();
    }
    add(tokens, Kind.PLAIN, line.substring(at));
    return tokens;
  }

  private static Kind kind(Matcher piece, String line) {
    if (piece.group("comment") != null) {
      return Kind.COMMENT;
    }
    if (piece.group("text") != null) {
      return Kind.STRING;
    }
    String word = piece.group("word");
    if (word == null || CONSTANT.matcher(word).matches()) {
      return Kind.CONSTANT;
    }
    if (KEYWORDS.contains(word)) {
      return Kind.KEYWORD;
    }
    return piece.end() < line.length() && line.charAt(piece.end()) == '('
        ? Kind.FUNCTION
        : Kind.PLAIN;
  }

  private static void add(List<Token> tokens, Kind kind, String text) {
    if (!text.isEmpty()) {
      tokens.add(new Token(kind, text));
    }
  }
}
