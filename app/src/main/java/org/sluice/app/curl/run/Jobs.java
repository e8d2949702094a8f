package org.sluice.app.curl.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.sluice.app.curl.CurlCommand;
import org.sluice.app.curl.Operation;
import org.sluice.app.curl.Target;
import org.sluice.app.pattern.PatternException;
import org.sluice.app.pattern.UrlPattern;

/// The transfers of a command line in their order, each made when it is wanted: a pattern may stand
/// for a hundred thousand.
///
/// **Errors**: [JobException] for a pattern that is none.
final class Jobs implements Iterator<Job> {
  private final Iterator<Operation> operations;
  private Operation operation;
  private Iterator<Target> targets;
  private @Nullable Target target;
  private List<UrlPattern.@Nullable Address> uploads = List.of();
  private UrlPattern pattern = UrlPattern.plain("");
  private int upload;
  private long index;
  private int number = -1;
  private boolean first = true;

  Jobs(CurlCommand command) {
    operations = command.operations().iterator();
    operation = operations.next();
    targets = operation.targets().iterator();
  }

  @Override
  public boolean hasNext() {
    return target != null || targets.hasNext() || operations.hasNext();
  }

  @Override
  public Job next() {
    Target current = target;
    if (current == null) {
      current = open();
    }
    UrlPattern.Address address = pattern.address(index);
    UrlPattern.Address file = uploads.get(upload);
    Map<String, String> named = new HashMap<>(file == null ? Map.of() : file.named());
    named.putAll(address.named());
    Job job =
        new Job(
            operation,
            current,
            address.url(),
            address.values(),
            named,
            file == null ? null : file.url(),
            number,
            first);
    first = false;
    advance();
    return job;
  }

  private Target open() {
    while (!targets.hasNext()) {
      if (!operations.hasNext()) {
        throw new NoSuchElementException("no more transfers");
      }
      operation = operations.next();
      targets = operation.targets().iterator();
      first = true;
    }
    Target opened = targets.next();
    number++;
    boolean plain = opened.plain() || operation.isOn("globoff");
    pattern = parse(opened.url(), plain);
    uploads = uploads(opened.upload(), operation.isOn("globoff"));
    upload = 0;
    index = 0;
    target = opened;
    return opened;
  }

  /// Leaves out what is left of the operation of the last job.
  void skipOperation() {
    target = null;
    targets = Collections.emptyIterator();
  }

  private void advance() {
    if (++index >= pattern.count()) {
      index = 0;
      if (++upload >= uploads.size()) {
        target = null;
      }
    }
  }

  private UrlPattern parse(String text, boolean plain) {
    if (plain || !UrlPattern.isIn(text)) {
      return UrlPattern.plain(text);
    }
    try {
      return UrlPattern.parse(text);
    } catch (PatternException e) {
      target = null;
      throw new JobException(ExitCodes.URL_MALFORMAT, e.inCurlsWords(text));
    } catch (IllegalArgumentException e) {
      target = null;
      throw new JobException(
          ExitCodes.URL_MALFORMAT, "bad range or braces in URL: " + e.getMessage());
    }
  }

  private List<UrlPattern.@Nullable Address> uploads(@Nullable String given, boolean plain) {
    List<UrlPattern.@Nullable Address> names = new ArrayList<>();
    if (given == null || given.isEmpty()) {
      names.add(null);
      return names;
    }
    UrlPattern files = parse(given, plain);
    for (long i = 0; i < files.count(); i++) {
      names.add(files.address(i));
    }
    return names;
  }
}
