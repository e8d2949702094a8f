package org.sluice.app.curl.run;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.app.curl.Operation;
import org.sluice.app.curl.Target;

/// One transfer that a command line asks for.
///
/// @param url of this transfer, patterns filled in; as it was given otherwise
/// @param values what stands for `#1`, `#2` … in its output's name
/// @param named what stands for `#<name>` there
/// @param upload the file to send; `-` for the standard input, null for none
/// @param number of its URL on the command line, from 0
/// @param first whether it is the first of its operation
record Job(
    Operation operation,
    Target target,
    String url,
    List<String> values,
    Map<String, String> named,
    @Nullable String upload,
    int number,
    boolean first) {
  Job {
    values = List.copyOf(values);
    named = Map.copyOf(named);
  }

  @Override
  public String toString() {
    return "job " + number;
  }
}
