package org.sluice.icons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class IconsTest {
  @Test
  void everyIconHasTheSizeInItsName() throws IOException {
    for (int size : AppIcon.SIZES) {
      var image = ImageIO.read(AppIcon.png(size));
      assertThat(image.getWidth()).isEqualTo(size);
      assertThat(image.getHeight()).isEqualTo(size);
    }
    assertThat(AppIcon.all()).hasSameSizeAs(AppIcon.SIZES);
  }

  @Test
  void aSizeThatIsNotDrawnIsRefused() {
    assertThatThrownBy(() -> AppIcon.png(17)).hasMessageContaining("17");
  }

  @Test
  void noTwoPollStatesShareAShapeOrALetter() {
    var glyphs = PollGlyph.values();
    assertThat(Arrays.stream(glyphs).map(PollGlyph::bodyPath).distinct()).hasSize(5);
    assertThat(Arrays.stream(glyphs).map(PollGlyph::letterPath).distinct()).hasSize(5);
  }
}
