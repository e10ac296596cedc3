package io.partnerhub.connector.salesforce;

import io.partnerhub.connector.Http;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReasonClass;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The one table of what Salesforce's error codes mean for a write. */
enum ErrorCode {
  UNABLE_TO_LOCK_ROW(
      Meaning.RETRY, ReasonClass.CONFLICT, "somebody else was changing the record at that moment"),
  SERVER_UNAVAILABLE(Meaning.RETRY, ReasonClass.SERVER, "Salesforce is too busy"),
  QUERY_TIMEOUT(Meaning.RETRY, ReasonClass.SERVER, "Salesforce took too long"),
  REQUEST_RUNNING_TOO_LONG(Meaning.RETRY, ReasonClass.SERVER, "Salesforce took too long"),
  REQUEST_LIMIT_EXCEEDED(Meaning.RETRY, ReasonClass.BUDGET, "the org has no API calls left"),
  STORAGE_LIMIT_EXCEEDED(Meaning.RETRY, ReasonClass.TOO_LARGE, "the org has no storage left"),
  INVALID_SESSION_ID(
      Meaning.RETRY, ReasonClass.AUTH, "the session is over and a new login did not help"),
  PROCESSING_HALTED(Meaning.RETRY, ReasonClass.CONFLICT, "another part of the same call failed"),
  ALL_OR_NONE_OPERATION_ROLLED_BACK(
      Meaning.RETRY, ReasonClass.CONFLICT, "another record of the same call failed"),
  OPERATION_TOO_LARGE(Meaning.DATA, ReasonClass.TOO_LARGE, "the call was too large"),

  UNKNOWN_EXCEPTION(Meaning.FAULT, ReasonClass.SERVER, "Salesforce itself failed"),

  DUPLICATE_VALUE(Meaning.DUPLICATE, ReasonClass.DUPLICATE, null),
  DUPLICATE_EXTERNAL_ID(Meaning.DUPLICATE, ReasonClass.DUPLICATE, null),
  DUPLICATES_DETECTED(
      Meaning.DUPLICATE,
      ReasonClass.DUPLICATE,
      "a duplicate rule of the org found such a record already"),

  ENTITY_IS_DELETED(Meaning.GONE, ReasonClass.GONE, "it has been deleted"),
  NOT_FOUND(Meaning.NOT_SHOWN, ReasonClass.GONE, "it does not exist or is hidden from the hub"),
  INVALID_CROSS_REFERENCE_KEY(
      Meaning.NOT_SHOWN, ReasonClass.GONE, "it does not exist or is hidden"),

  STRING_TOO_LONG(Meaning.DATA, ReasonClass.VALUE, "longer than %s characters"),
  REQUIRED_FIELD_MISSING(Meaning.DATA, ReasonClass.MISSING, "a value is required"),
  INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST(
      Meaning.DATA, ReasonClass.VALUE, "not one of the values of its picklist"),
  INVALID_EMAIL_ADDRESS(Meaning.DATA, ReasonClass.VALUE, "not an e-mail address"),
  NUMBER_OUTSIDE_VALID_RANGE(
      Meaning.DATA, ReasonClass.VALUE, "a number outside the range of the field"),
  INVALID_FIELD(Meaning.DATA, ReasonClass.PERMISSION, null),
  INVALID_FIELD_FOR_INSERT_UPDATE(
      Meaning.DATA, ReasonClass.PERMISSION, "the hub's user may not write it"),
  ENTITY_IS_LOCKED(
      Meaning.DATA, ReasonClass.PERMISSION, "an approval process has locked the record"),
  MALFORMED_ID(Meaning.DATA, ReasonClass.VALUE, "not an id of a record"),
  INSUFFICIENT_ACCESS_OR_READONLY(
      Meaning.DATA, ReasonClass.PERMISSION, "the hub's user may not write the record"),
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY(
      Meaning.DATA, ReasonClass.PERMISSION, "the hub's user may not use the record it points to"),
  FIELD_CUSTOM_VALIDATION_EXCEPTION(Meaning.DATA, ReasonClass.VALUE, null),
  FIELD_INTEGRITY_EXCEPTION(Meaning.DATA, ReasonClass.VALUE, null),
  CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY(Meaning.DATA, ReasonClass.VALUE, null),
  OTHER(Meaning.DATA, null, null);

  /** The describe call shows whether their cause is gone: length, presence, options, access. */
  private static final Set<ErrorCode> DESCRIBED =
      EnumSet.of(
          STRING_TOO_LONG,
          REQUIRED_FIELD_MISSING,
          INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST,
          NUMBER_OUTSIDE_VALID_RANGE,
          INVALID_FIELD,
          INVALID_FIELD_FOR_INSERT_UPDATE,
          DUPLICATE_VALUE,
          DUPLICATE_EXTERNAL_ID);

  /** Where a sentence tells of several errors, the codes of all but the first. */
  private static final Pattern FURTHER = Pattern.compile("\\(([A-Z]+(?:_[A-Z]+)+)\\)");

  /** What to do with the write. */
  enum Meaning {
    /** Nothing was written; the same may succeed later. */
    RETRY,
    /** Salesforce failed: a row that it names was not written, of others nothing is known. */
    FAULT,
    /** Another record has the key. */
    DUPLICATE,
    /** The record to write was deleted. */
    GONE,
    /** It is not there or hidden: no deletion, so that the read before the next try decides. */
    NOT_SHOWN,
    /** The same values will be refused again. */
    DATA
  }

  /** Codes that begin so differ in what kept the user out: a role, a share, a locked parent. */
  private static final String NO_ACCESS = "INSUFFICIENT_ACCESS";

  private final Meaning meaning;
  private final ReasonClass kind;
  private final String says;

  ErrorCode(Meaning meaning, ReasonClass kind, String says) {
    this.meaning = meaning;
    this.kind = kind;
    this.says = says;
  }

  /** The entry of a code; {@link #OTHER} for one that is not in the table. */
  static ErrorCode of(String code) {
    for (ErrorCode known : values()) {
      if (known.name().equals(code)) {
        return known;
      }
    }
    return code.startsWith(NO_ACCESS) ? INSUFFICIENT_ACCESS_OR_READONLY : OTHER;
  }

  /** Whether what Salesforce says of its fields and records tells if a refusal's cause is gone. */
  static boolean isDescribed(Outcome.Reason reason) {
    return DESCRIBED.contains(of(reason.code()))
        && FURTHER
            .matcher(reason.message())
            .results()
            .allMatch(further -> DESCRIBED.contains(of(further.group(1))));
  }

  Meaning meaning() {
    return meaning;
  }

  /** The reason class; a code that is not in the table goes by the status of its answer. */
  ReasonClass kind(int status) {
    return kind == null ? Http.kindOf(status) : kind;
  }

  /** What it says in our words; null where Salesforce's own are better. */
  String says() {
    return says;
  }
}
