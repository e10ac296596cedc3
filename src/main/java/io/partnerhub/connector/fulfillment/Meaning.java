package io.partnerhub.connector.fulfillment;

/** What a status means for the hub, as HTTP (RFC 9110) has it. */
enum Meaning {
  /** Not now, and nothing else either: too many calls, closed, not let in, not understood. */
  LATER,
  /** The call never left. */
  NOT_SENT,
  /** No usable answer: the call may or may not have taken effect. */
  UNKNOWN,
  /** There is nothing under this id or cursor. */
  GONE,
  /** Something else stands in the way: a record with the same key. */
  CONFLICT,
  /** The record has another version by now, or somebody has it locked. */
  STALE,
  /** The values are refused and will be again. */
  DATA;

  /** The meaning of a status that is no success. */
  static Meaning of(int status) {
    return switch (status) {
      case 401, 403, 405, 406, 407, 415, 429, 501, 503, 511 -> LATER;
      case 404, 410 -> GONE;
      case 408 -> UNKNOWN;
      case 409 -> CONFLICT;
      case 412, 423, 425, 428 -> STALE;
      default -> status >= 400 && status < 500 ? DATA : UNKNOWN;
    };
  }

  /** Whether what is still to be sent would fail too. */
  boolean stopsTheRest() {
    return this == LATER || this == NOT_SENT || this == UNKNOWN;
  }
}
