package org.sluice.app.desktop;

import java.awt.AWTError;
import java.awt.AWTException;
import java.awt.HeadlessException;
import java.awt.Image;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.io.IOException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.sluice.icons.AppIcon;

/// The icon in the tray, with a menu. JavaFX has none; AWT's is used.
///
/// **Threads**: the worker's; choices are told on AWT's.
final class Tray implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Tray.class.getName());

  /// What can be chosen in the menu, in its order.
  enum Choice {
    SHOW,
    ADD,
    PAUSE_ALL,
    RESUME_ALL,
    QUIT
  }

  private final SystemTray tray;
  private final TrayIcon icon;

  private Tray(SystemTray tray, TrayIcon icon) {
    this.tray = tray;
    this.icon = icon;
  }

  /// Puts the icon there.
  ///
  /// @param chosen a click on the icon is [Choice#SHOW]
  /// @return null if this desktop has no tray, as GNOME and a machine without a display
  static @Nullable Tray open(Consumer<Choice> chosen) {
    try {
      if (!SystemTray.isSupported()) {
        return null;
      }
      SystemTray tray = SystemTray.getSystemTray();
      TrayIcon icon = new TrayIcon(picture(tray.getTrayIconSize().width));
      icon.setImageAutoSize(true);
      icon.setToolTip(DesktopWords.text("app"));
      icon.addActionListener(_ -> chosen.accept(Choice.SHOW));
      icon.setPopupMenu(menu(chosen));
      tray.add(icon);
      return new Tray(tray, icon);
    } catch (AWTException | AWTError | HeadlessException | LinkageError | IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "no icon in the tray", e);
      return null;
    }
  }

  private static Image picture(int pixels) throws IOException {
    int size = AppIcon.SIZES.stream().filter(one -> one >= pixels).findFirst().orElse(512);
    return ImageIO.read(AppIcon.png(size));
  }

  private static PopupMenu menu(Consumer<Choice> chosen) {
    PopupMenu menu = new PopupMenu();
    for (Choice choice : Choice.values()) {
      MenuItem item = new MenuItem(DesktopWords.text("tray." + choice.name()));
      item.addActionListener(_ -> chosen.accept(choice));
      if (choice == Choice.QUIT) {
        menu.addSeparator();
      }
      menu.add(item);
    }
    return menu;
  }

  /// What the pointer shows.
  void say(String words) {
    icon.setToolTip(words);
  }

  /// Shows a notice at the icon.
  void notice(String title, String text) {
    icon.displayMessage(title, text, TrayIcon.MessageType.NONE);
  }

  @Override
  public void close() {
    tray.remove(icon);
  }
}
