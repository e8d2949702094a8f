package org.sluice.app.curl;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A whole command line of curl.
///
/// @param operations at least one; they are parted by `--next`
/// @param global options for all of them, in the order they were given
/// @param warnings what is odd about it, in sentences, unless `-s` came before
/// @param notes what is worth knowing about it
public record CurlCommand(
    List<Operation> operations, List<Given> global, List<String> warnings, List<String> notes) {
  public CurlCommand {
    operations = List.copyOf(operations);
    global = List.copyOf(global);
    warnings = List.copyOf(warnings);
    notes = List.copyOf(notes);
    if (operations.isEmpty()) {
      throw new IllegalArgumentException("a command line without an operation");
    }
  }

  /// Reads arguments, without the word `curl`.
  ///
  /// @throws UsageException with the exit code and the reason
  public static CurlCommand of(List<String> arguments, Inputs inputs) throws UsageException {
    return new CommandLineReader(inputs).read(arguments);
  }

  /// Reads a line as people copy it from a browser or a manual: for bash, or for Windows' cmd.exe.
  /// A `curl` before it, or a prompt, is passed over; no file is read.
  ///
  /// @throws UsageException with the reason
  public static CurlCommand parse(String shellText) throws UsageException {
    return of(ShellWords.ofCurl(shellText), Inputs.NONE);
  }

  public boolean isOn(String name) {
    return asOperation().isOn(name);
  }

  public @Nullable String text(String name) {
    return asOperation().text(name);
  }

  public long number(String name, long unsaid) {
    return asOperation().number(name, unsaid);
  }

  public Optional<Given> lastOf(String... names) {
    return Optional.ofNullable(asOperation().lastOf(names));
  }

  /// How many times a switch was given, on or off.
  public List<Given> allOf(String... names) {
    return asOperation().allOf(names);
  }

  /// Whether any answer goes to the standard output.
  public boolean writesToStdout() {
    return operations.stream()
        .flatMap(operation -> operation.targets().stream())
        .anyMatch(target -> target.where() instanceof Destination.Stdout);
  }

  private Operation asOperation() {
    return new Operation(global, List.of());
  }
}
