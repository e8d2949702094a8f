package org.sluice.app.downloads;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignZ;
import org.sluice.app.preferences.Category;

/// A picture for each sort of file.
public final class FileIcons {
  private FileIcons() {}

  public static Ikon of(String name, Category category) {
    return switch (Category.ending(name)) {
      case "pem", "crt", "cer", "p12" -> MaterialDesignC.CERTIFICATE_OUTLINE;
      case "parquet", "csv", "tsv", "xls", "xlsx", "ods" -> MaterialDesignT.TABLE_LARGE;
      case "mbtiles", "pmtiles", "osm", "gpx" -> MaterialDesignM.MAP_OUTLINE;
      case "mp3", "flac", "ogg", "opus", "wav", "m4a", "aac" -> MaterialDesignM.MUSIC_NOTE_OUTLINE;
      case "jpg", "jpeg", "png", "gif", "webp", "avif", "svg", "heic" ->
          MaterialDesignI.IMAGE_OUTLINE;
      default -> of(category.kind());
    };
  }

  public static Ikon of(Category.Kind kind) {
    return switch (kind) {
      case IMAGES -> MaterialDesignD.DISC;
      case PACKAGES -> MaterialDesignP.PACKAGE_VARIANT_CLOSED;
      case ARCHIVES -> MaterialDesignZ.ZIP_BOX_OUTLINE;
      case DOCUMENTS -> MaterialDesignF.FILE_DOCUMENT_OUTLINE;
      case MEDIA -> MaterialDesignF.FILMSTRIP;
      case OWN -> MaterialDesignS.SHAPE_OUTLINE;
      case OTHER -> MaterialDesignF.FILE_OUTLINE;
    };
  }
}
