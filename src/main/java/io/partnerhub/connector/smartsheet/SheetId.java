package io.partnerhub.connector.smartsheet;

/** A sheet's id, as a location of the mapping has it. */
final class SheetId {

  private static final int MOST_DIGITS = 19;

  private SheetId() {}

  /**
   * The id, which then may stand in a path.
   *
   * @throws ApiFault when it is no number
   */
  static String checked(String sheet) {
    if (!sheet.matches("\\d{1," + MOST_DIGITS + "}")) {
      throw new ApiFault(
          FaultClass.NOT_FOUND,
          "SHEET_ID",
          "\"" + sheet + "\" is no sheet id: copy the number from the sheet's properties");
    }
    return sheet;
  }
}
