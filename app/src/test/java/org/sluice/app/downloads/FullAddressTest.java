package org.sluice.app.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sluice.engine.item.Source;

class FullAddressTest {
  @Test
  void theQueryIsShownWithoutWhatIsSecretInIt() {
    List<Source> sources =
        List.of(
            Source.of("https://mirror.example/x?size=1"),
            Source.of("https://me:secret@a.example/x?size=4&token=hidden#part"));
    assertThat(FullAddress.of("https://…@a.example/x?…", sources))
        .isEqualTo("https://…@a.example/x?size=4&token=…#part");
    assertThat(FullAddress.of("https://b.example/y", sources)).isEqualTo("https://b.example/y");
  }
}
