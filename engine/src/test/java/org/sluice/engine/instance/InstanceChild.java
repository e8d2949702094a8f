package org.sluice.engine.instance;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/// A process that claims a folder and says what it is. A first one answers every request with `child` and
/// the request, until its standard input ends; a second one asks `hello` and says the answer.
final class InstanceChild {
  private InstanceChild() {}

  public static void main(String... arguments) throws Exception {
    switch (Instance.claim(Path.of(arguments[0]))) {
      case Instance.First(InstanceLock lock) -> {
        lock.serve(
            request ->
                ("child " + new String(request, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8));
        System.out.println("first");
        System.in.readAllBytes();
        lock.close();
      }
      case Instance.Second(InstanceClient client) -> {
        byte[] answer =
            client.ask("hello".getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(60));
        System.out.println("second " + new String(answer, StandardCharsets.UTF_8));
      }
    }
  }
}
