package io.partnerhub.sandbox.smartsheet;

import java.util.Arrays;
import java.util.Optional;

/** The errors the API answers with: their number, HTTP status and text. */
enum ErrorCode {
  TOKEN_INVALID(1002, 401, "Your Access Token is invalid."),
  TOKEN_EXPIRED(1003, 401, "Your Access Token has expired."),
  NOT_AUTHORIZED(1004, 403, "You are not authorized to perform this action."),
  NOT_FOUND(1006, 404, "Not Found"),
  UNREADABLE(1008, 400, "Unable to parse request. The following error occurred: {0}"),
  PARAMETER_MISSING(1009, 400, "A required parameter is missing from your request: {0}."),
  ATTRIBUTE_MISSING(1012, 400, "A required object attribute is missing from your request: {0}."),
  PARAMETER_INVALID(1018, 400, "The value {0} was not valid for the parameter {1}."),
  BODY_REQUIRED(1024, 400, "The HTTP request body is required for this Method."),
  ATTRIBUTE_INVALID(1031, 400, "The value {0} was not valid for the attribute {1}."),
  ATTRIBUTE_NOT_ALLOWED(1032, 400, "The attribute(s) {0} are not allowed for this operation."),
  ROW_INVALID(1034, 400, "Invalid Row Id."),
  COLUMN_INVALID(1036, 400, "The columnId {0} is invalid."),
  COLUMN_TWICE(1037, 400, "The columnId {0} is included more than once in a single row."),
  NOT_TEXT_OR_NUMBER(1038, 400, "Invalid Cell value. Must be numeric or a string."),
  COLUMN_LOCKED(1039, 403, "Cannot edit a locked column {0}."),
  TOO_LONG(1041, 400, "The value for {0} must be {1} characters in length or less, but was {2}."),
  NOT_STRICT(
      1042,
      400,
      "The value for cell in column {0}, {1}, did not conform to the strict requirements for type"
          + " {2}."),
  ROW_BLANK(1043, 404, "The row number you requested is blank and cannot be retrieved."),
  SYSTEM_VALUE(
      1046,
      400,
      "Cells containing system values cannot be inserted or updated through the API, columnId :"
          + " {0}."),
  ROW_LOCKED(1050, 403, "You cannot edit a locked row."),
  COLUMNS_REQUIRED(1054, 400, "The new sheet requires either a fromId or columns."),
  ONE_PRIMARY(1055, 400, "One and only one column must be primary."),
  TITLE_TAKEN(1056, 400, "Column titles must be unique."),
  PRIMARY_TYPE(1057, 400, "Primary columns must be of type TEXT_NUMBER."),
  OPTIONS_NOT_ALLOWED(1060, 400, "Column options are not allowed for column type {0}."),
  MAX_COUNT(1061, 400, "Max count exceeded for field {0}."),
  ROW_LOCATION(1062, 400, "Invalid row location."),
  PARENT_INVALID(1063, 400, "Invalid parentId: {0}."),
  SIBLING_INVALID(1064, 400, "Invalid siblingId: {0}."),
  COLUMN_NOT_DELETABLE(1065, 400, "The column specified cannot be deleted."),
  SYSTEM_COLUMN_TWICE(1077, 400, "Duplicate system column type: {0}."),
  SYSTEM_COLUMN_TYPE(1079, 400, "Column type {0} is not supported for system column type {1}."),
  SYSTEM_TYPE_ONLY(1089, 400, "The type specified is only used with System Columns."),
  TYPE_REQUIRED(
      1090, 400, "Column.type is required when changing symbol, systemColumnType or options."),
  DELETE_LOCKED_ROW(
      1092,
      403,
      "You cannot delete this row. Either it or one or more of its children are locked."),
  SCOPE_NOT_FOUND(1151, 400, "Scope '{0}', object id {1} was not found."),
  HTTPS_ONLY(1152, 400, "Only URLs with a protocol of 'https' are supported for attribute '{0}'."),
  APP_REVOKED(
      1153,
      403,
      "This webhook cannot be enabled because access was revoked for the application that created"
          + " it."),
  SUPPORT_DISABLED(1154, 403, "Please contact Support in order to enable this webhook."),
  LINK_AND_HYPERLINK(
      1109, 400, "Only one of cell.hyperlink or cell.linkInFromCell may be non-null."),
  LINK_WITH_VALUE(1110, 400, "cell.value must be null if cell.linkInFromCell is non-null."),
  HYPERLINK_TWO_TARGETS(
      1111, 400, "Only one of cell.hyperlink.sheetId and cell.hyperlink.reportId may be non-null."),
  HYPERLINK_URL_AND_ID(
      1112, 400, "cell.hyperlink.url must be null for sheet or report hyperlinks."),
  HYPERLINK_TEXT(1113, 400, "cell.value must be a string when the cell is a hyperlink."),
  HYPERLINK_SHEET(1114, 404, "Invalid sheetId or reportId: {0}."),
  LINK_AND_VALUES(
      1115,
      400,
      "Row must contain either cell link updates or row/cell value updates; mixing of both update"
          + " types in one API call is not supported."),
  HYPERLINK_EMPTY(
      1117,
      400,
      "One of the following cell.hyperlink fields must be non-null: url, sheetId, or reportId."),
  METHOD_NOT_SUPPORTED(1122, 405, "Requested URL does not support this method: {0}."),
  ROW_LOCATIONS_DIFFER(
      1123,
      400,
      "Specifying multiple row locations is not yet supported. Each row must use the same row"
          + " location attribute and value (toBottom, toTop, parentId, siblingId, above)."),
  CONTENT_TYPE(1124, 415, "Invalid Content-Type header. Media type not supported."),
  VALUE_AND_OBJECT(1130, 400, "One of cell.value or objectValue may be set, but not both."),
  OBJECT_TYPE(
      1131, 400, "cell.{0} for column {1} was of the wrong object type. Allowed types: {2}."),
  COLUMN_INDEX_DIFFERS(
      1135, 400, "Input column index {0} is different from the first input column index {1}."),
  SAME_SHEET(1136, 400, "Cannot copy or move row(s) within the same sheet."),
  SAME_ELEMENT(1137, 400, "Input collection contains multiple instances of the same element."),
  TYPE_RESERVED(
      1142,
      400,
      "Column type {0} is reserved for project sheets and may not be manually set on a column."),
  UNSUPPORTED(1146, 400, "Unsupported operation: {0}."),
  NUMBER_RANGE(1148, 400, "Numeric cell values must be between {0} and {1}."),
  FORMULA_SIGN(1162, 400, "A formula must always start with an equal sign (=)."),
  PARENT_BLANK(1185, 400, "Cannot create a child of a parent row that has no data in it."),
  COLUMN_FORMULA(1302, 400, "Cannot edit cells with column formula in column {0}."),
  RATE_LIMIT(4003, 429, "Rate limit exceeded."),
  SAVE_COLLISION(
      4004,
      500,
      "Request failed because sheetId {0} is currently being updated by another request."),
  VALIDATION(
      5536, 400, "The value for cell in column {0}, {1}, does not match the column's validation."),
  /** [I] The public error list has no number for a full sheet: clients in the field name these. */
  SHEET_ROWS_FULL(5636, 400, "The sheet would exceed its limit of {0} rows."),
  SHEET_COLUMNS_FULL(5636, 400, "The sheet would exceed its limit of {0} columns."),
  SHEET_CELLS_FULL(5732, 400, "The sheet would exceed its limit of {0} cells.");

  private final int number;
  private final int status;
  private final String text;

  ErrorCode(int number, int status, String text) {
    this.number = number;
    this.status = status;
    this.text = text;
  }

  /** The code with its text filled in: {@code {0}} is the first argument. */
  ApiError with(Object... arguments) {
    String message = text;
    for (int i = 0; i < arguments.length; i++) {
      message = message.replace("{" + i + "}", String.valueOf(arguments[i]));
    }
    return new ApiError(status, number, message);
  }

  /** The HTTP status that belongs to a number, when this simulator knows it. */
  static Optional<Integer> statusOf(int number) {
    return Arrays.stream(values()).filter(c -> c.number == number).map(c -> c.status).findFirst();
  }
}
