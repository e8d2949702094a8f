package org.sluice.app.curl;

import java.util.List;

/// The words of a command line, as a shell would hand them over: bash, or Windows' cmd.exe.
///
/// Nothing is run and no variable is replaced. What comes behind `|`, `>`, `;` or `&` belongs to the
/// shell and is left out.
public final class ShellWords {
  private static final String PROMPTS = "$#>%";

  private ShellWords() {}

  /// The arguments of a line that calls curl, without what stands before them.
  ///
  /// @throws UsageException if a quote is not closed
  public static List<String> ofCurl(String text) throws UsageException {
    String clean = text.replace("\r\n", "\n").strip();
    List<String> words = isForWindows(clean) ? CmdWords.split(clean) : BashWords.split(clean);
    int start = 0;
    while (start < words.size() && stands(words.get(start))) {
      start++;
    }
    if (start < words.size() && isCurl(words.get(start))) {
      start++;
    }
    return List.copyOf(words.subList(start, words.size()));
  }

  /// Whether carets stand where only cmd.exe has them.
  static boolean isForWindows(String text) {
    return text.contains("^\"") || text.contains("^\n") || text.endsWith("^");
  }

  /// A prompt, a variable for the call, a word that runs another program.
  private static boolean stands(String word) {
    return (word.length() == 1 && PROMPTS.contains(word))
        || word.equals("sudo")
        || word.equals("exec")
        || (!word.startsWith("-") && word.matches("[A-Za-z_][A-Za-z0-9_]*=.*"));
  }

  private static boolean isCurl(String word) {
    String name = word.substring(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1);
    return name.equals("curl") || name.equalsIgnoreCase("curl.exe");
  }
}
