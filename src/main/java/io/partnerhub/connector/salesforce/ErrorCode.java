package io.partnerhub.connector.salesforce;

/** The one table of what Salesforce's error codes mean for a write. */
enum ErrorCode {
  UNABLE_TO_LOCK_ROW(Meaning.RETRY, "somebody else was changing the record at that moment"),
  SERVER_UNAVAILABLE(Meaning.RETRY, "Salesforce is too busy"),
  QUERY_TIMEOUT(Meaning.RETRY, "Salesforce took too long"),
  REQUEST_RUNNING_TOO_LONG(Meaning.RETRY, "Salesforce took too long"),
  REQUEST_LIMIT_EXCEEDED(Meaning.RETRY, "the org has no API calls left"),
  STORAGE_LIMIT_EXCEEDED(Meaning.RETRY, "the org has no storage left"),
  INVALID_SESSION_ID(Meaning.RETRY, "the session is over and a new login did not help"),
  PROCESSING_HALTED(Meaning.RETRY, "another part of the same call failed"),
  ALL_OR_NONE_OPERATION_ROLLED_BACK(Meaning.RETRY, "another record of the same call failed"),
  OPERATION_TOO_LARGE(Meaning.RETRY, "the call was too large"),

  DUPLICATE_VALUE(Meaning.DUPLICATE, null),
  DUPLICATE_EXTERNAL_ID(Meaning.DUPLICATE, null),
  DUPLICATES_DETECTED(Meaning.DUPLICATE, "a duplicate rule of the org found such a record already"),

  ENTITY_IS_DELETED(Meaning.GONE, "it has been deleted"),
  NOT_FOUND(Meaning.GONE, "it does not exist or is hidden from the hub"),
  INVALID_CROSS_REFERENCE_KEY(Meaning.GONE, "the record it points to does not exist or is hidden"),

  STRING_TOO_LONG(Meaning.DATA, "longer than %s characters"),
  REQUIRED_FIELD_MISSING(Meaning.DATA, "a value is required"),
  INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST(Meaning.DATA, "not one of the values of its picklist"),
  INVALID_EMAIL_ADDRESS(Meaning.DATA, "not an e-mail address"),
  NUMBER_OUTSIDE_VALID_RANGE(Meaning.DATA, "a number outside the range of the field"),
  INVALID_FIELD_FOR_INSERT_UPDATE(Meaning.DATA, "the hub's user may not write it"),
  ENTITY_IS_LOCKED(Meaning.DATA, "an approval process has locked the record"),
  MALFORMED_ID(Meaning.DATA, "not an id of a record"),
  INSUFFICIENT_ACCESS_OR_READONLY(Meaning.DATA, "the hub's user may not write the record"),
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY(
      Meaning.DATA, "the hub's user may not use the record it points to"),
  FIELD_CUSTOM_VALIDATION_EXCEPTION(Meaning.DATA, null),
  FIELD_INTEGRITY_EXCEPTION(Meaning.DATA, null),
  CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY(Meaning.DATA, null),
  OTHER(Meaning.DATA, null);

  /** What to do with the write. */
  enum Meaning {
    /** Nothing was written; the same may succeed later. */
    RETRY,
    /** Another record has the key. */
    DUPLICATE,
    /** The record to write is not there any more. */
    GONE,
    /** The same values will be refused again. */
    DATA
  }

  private final Meaning meaning;
  private final String says;

  ErrorCode(Meaning meaning, String says) {
    this.meaning = meaning;
    this.says = says;
  }

  /** The entry of a code; {@link #OTHER} for one that is not in the table. */
  static ErrorCode of(String code) {
    for (ErrorCode known : values()) {
      if (known.name().equals(code)) {
        return known;
      }
    }
    return OTHER;
  }

  Meaning meaning() {
    return meaning;
  }

  /** What it says in our words; null where Salesforce's own are better. */
  String says() {
    return says;
  }
}
