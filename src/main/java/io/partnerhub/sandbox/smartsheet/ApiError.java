package io.partnerhub.sandbox.smartsheet;

/** A refusal by the API, optionally of one item of a bulk request. */
@SuppressWarnings("serial")
final class ApiError extends RuntimeException {
  private final int status;
  private final int number;
  private final Integer index;
  private final Long rowId;

  ApiError(int status, int number, String message) {
    this(status, number, message, null, null);
  }

  private ApiError(int status, int number, String message, Integer index, Long rowId) {
    super(message, null, false, false);
    this.status = status;
    this.number = number;
    this.index = index;
    this.rowId = rowId;
  }

  /**
   * The same refusal, of one item of the request.
   *
   * @param row null when the item names no row
   */
  ApiError at(int item, Long row) {
    return new ApiError(status, number, getMessage(), item, row);
  }

  int status() {
    return status;
  }

  int number() {
    return number;
  }

  /** Null when the whole request is refused. */
  Integer index() {
    return index;
  }

  /** Null when no row is known. */
  Long rowId() {
    return rowId;
  }
}
