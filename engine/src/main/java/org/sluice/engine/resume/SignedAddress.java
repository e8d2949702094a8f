package org.sluice.engine.resume;

import java.util.Locale;
import java.util.Set;
import org.sluice.engine.http.Url;

/// Whether an address looks as if it were made for one person and a short time.
///
/// Such an address ends by expiring, not by the file's end: what helps is a new address.
public final class SignedAddress {
  /// Names of query parameters, in lower case, with which stores and networks sign.
  private static final Set<String> SIGNS =
      Set.of(
          ("x-amz-signature x-amz-security-token x-goog-signature x-oss-signature "
                  + "x-bce-signature q-signature signature sig sign expires expire expiry "
                  + "x-amz-expires x-goog-expires key-pair-id token access_token download_token "
                  + "dl_token auth_key hdnea hdnts hdntl __gda__ __token__ hmac jwt ticket verify "
                  + "wssecret")
              .split(" ", -1));

  private SignedAddress() {}

  public static boolean looksSigned(Url address) {
    String target = address.target();
    int mark = target.indexOf('?');
    if (mark < 0) {
      return false;
    }
    for (String parameter : target.substring(mark + 1).split("&", -1)) {
      int equals = parameter.indexOf('=');
      if (equals > 0 && SIGNS.contains(parameter.substring(0, equals).toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /// Whether two addresses lead to the same place: all but the query, which may hold a signature,
  /// is equal. Only then do the validators of one mean anything for the other.
  public static boolean samePlace(Url one, Url other) {
    return one.sameOrigin(other) && path(one).equals(path(other));
  }

  private static String path(Url url) {
    int mark = url.target().indexOf('?');
    return mark < 0 ? url.target() : url.target().substring(0, mark);
  }
}
