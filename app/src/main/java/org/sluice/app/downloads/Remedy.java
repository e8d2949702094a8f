package org.sluice.app.downloads;

/// What a user can do about a download that does not go on by itself.
enum Remedy {
  TRY_AGAIN,
  NEW_ADDRESS,
  TAKE_NEW,
  CONTINUE_ANYWAY,
  KEEP_OLD,
  RESTART,
  SIGN_IN,
  PLACE,
  ACCEPT,
  CLOCK;

  /// What stands on its button.
  String words() {
    return DownloadsWords.text("remedy." + name());
  }

  /// When it helps, in one sentence.
  ///
  /// @param kept whether there are bytes that it goes on with
  String why(boolean kept) {
    boolean other = !kept && (this == TRY_AGAIN || this == NEW_ADDRESS);
    return DownloadsWords.text("remedy." + name() + (other ? ".why.nothing" : ".why"));
  }
}
