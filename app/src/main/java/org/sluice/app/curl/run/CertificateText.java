package org.sluice.app.curl.run;

import org.jspecify.annotations.Nullable;

/// What `--cert` takes: `file:password`, with a backslash before colons that are part of a name.
///
/// @param password null for none
record CertificateText(String file, @Nullable String password) {
  static CertificateText parse(String text) {
    StringBuilder file = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean drive = i == 1 && c == ':' && text.length() > 2 && "\\/".indexOf(text.charAt(2)) >= 0;
      if (c == '\\' && i + 1 < text.length() && "\\:".indexOf(text.charAt(i + 1)) >= 0) {
        file.append(text.charAt(++i));
      } else if (c == ':' && !drive) {
        String password = text.substring(i + 1);
        return new CertificateText(file.toString(), password.isEmpty() ? null : password);
      } else {
        file.append(c);
      }
    }
    return new CertificateText(file.toString(), null);
  }

  /// Says no secret.
  @Override
  public String toString() {
    return file;
  }
}
