package org.sluice.engine.multi;

/// What an API call of the multi says about itself; the fate of a transfer is only in its message.
///
/// **Source**: `CURLMcode`, <https://curl.se/libcurl/c/libcurl-errors.html>
public enum MultiCode {
  /// "Call again now", of libcurl 7.9.6 to 7.19. Kept as a constant, never returned.
  CALL_MULTI_PERFORM(-1, "Please call curl_multi_perform() soon"),
  OK(0, "No error"),
  BAD_HANDLE(1, "Invalid multi handle"),
  BAD_EASY_HANDLE(2, "Invalid easy handle"),
  OUT_OF_MEMORY(3, "Out of memory"),
  INTERNAL_ERROR(4, "Internal error"),
  BAD_SOCKET(5, "Invalid socket argument"),
  UNKNOWN_OPTION(6, "Unknown option"),
  ADDED_ALREADY(7, "The easy handle is already added to a multi handle"),
  RECURSIVE_API_CALL(8, "API function called from within callback"),
  WAKEUP_FAILURE(9, "Wakeup is unavailable or failed"),
  BAD_FUNCTION_ARGUMENT(10, "A libcurl function was given a bad argument"),
  ABORTED_BY_CALLBACK(11, "Operation was aborted by an application callback"),
  UNRECOVERABLE_POLL(12, "Unrecoverable error in select/poll");

  private final int number;
  private final String text;

  MultiCode(int number, String text) {
    this.number = number;
    this.text = text;
  }

  /// The value of the matching `CURLM_*` constant.
  public int number() {
    return number;
  }

  /// The fixed text of `curl_multi_strerror`.
  public String text() {
    return text;
  }

  /// The text for a number, "Unknown error" for one that is none of ours.
  public static String strerror(int number) {
    for (MultiCode code : values()) {
      if (code.number == number) {
        return code.text;
      }
    }
    return "Unknown error";
  }

  /// The name that libcurl gives it, for example `CURLM_OK`.
  public String curlName() {
    return "CURLM_" + name();
  }
}
