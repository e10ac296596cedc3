package io.partnerhub.sandbox.smartsheet.hook;

/** What the answer to a callback means. */
enum Acknowledgement {
  RECEIVED,
  /** The webhook is disabled at once. */
  REFUSED,
  /** The callback is not sent again; [I] the webhook stays enabled. */
  GONE,
  /** It is sent again later. */
  FAILED;

  static final int NO_ANSWER = 0;

  /**
   * By the status of an answer.
   *
   * @param status {@link #NO_ANSWER} for none
   */
  static Acknowledgement of(int status) {
    if (status == 200) {
      return RECEIVED;
    }
    if (status == 410) {
      return GONE;
    }
    boolean disables = status > 200 && status < 300 || status >= 309 && status < 400;
    return disables ? REFUSED : FAILED;
  }
}
