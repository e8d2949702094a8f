package org.sluice.engine.request;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.Headers;

/// What a transfer sends, and how.
///
/// @param body null for none
/// @param contentType of the body; null for what the body says of itself
/// @param expect whether the server is asked first
/// @param sendLimitBytesPerSecond of this transfer's body (`CURLOPT_MAX_SEND_SPEED_LARGE`); 0 for
///   no limit
/// @param keepsSendingOnError whether a body is sent to its end although the answer is an error
///   (`CURLOPT_KEEP_SENDING_ON_ERROR`)
public record UploadOptions(
    @Nullable BodySource body,
    @Nullable String contentType,
    Expect100 expect,
    long sendLimitBytesPerSecond,
    boolean keepsSendingOnError) {
  public static final UploadOptions NONE =
      new UploadOptions(null, null, Expect100.DEFAULT, 0, false);

  /// What HTML forms, and `curl -d`, send.
  public static final String FORM_TYPE = "application/x-www-form-urlencoded";

  public UploadOptions {
    if (sendLimitBytesPerSecond < 0) {
      throw new IllegalArgumentException("a limit cannot be negative: " + sendLimitBytesPerSecond);
    }
    if (contentType != null) {
      var _ = new Headers.Field("Content-Type", contentType);
    }
  }

  public static UploadOptions of(BodySource body) {
    return NONE.withBody(body);
  }

  public UploadOptions withBody(@Nullable BodySource value) {
    return new UploadOptions(
        value, contentType, expect, sendLimitBytesPerSecond, keepsSendingOnError);
  }

  public UploadOptions withContentType(@Nullable String value) {
    return new UploadOptions(body, value, expect, sendLimitBytesPerSecond, keepsSendingOnError);
  }

  public UploadOptions withExpect(Expect100 value) {
    return new UploadOptions(
        body, contentType, value, sendLimitBytesPerSecond, keepsSendingOnError);
  }

  public UploadOptions withSendLimit(long bytesPerSecond) {
    return new UploadOptions(body, contentType, expect, bytesPerSecond, keepsSendingOnError);
  }

  public UploadOptions withKeepsSendingOnError(boolean value) {
    return new UploadOptions(body, contentType, expect, sendLimitBytesPerSecond, value);
  }

  /// The value of the Content-Type field; null for none.
  public @Nullable String type() {
    return contentType != null || body == null ? contentType : body.contentType();
  }
}
