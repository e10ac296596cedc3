package io.partnerhub.mapping;

import io.partnerhub.model.SystemName;

/**
 * The one canonical text form of a kind. Reading is idempotent: a canonical value read as a text is
 * itself again.
 */
interface Form {

  /**
   * Makes one value canonical.
   *
   * @param value as the system gave it; not empty
   * @param text the same as a trimmed text without invalid characters
   */
  Parsed read(Field field, SystemName system, Object value, String text);

  /** The native value of a canonical one that {@link #read} gave. */
  Object write(Field field, SystemName system, String canonical);

  static Form of(Kind kind) {
    return switch (kind) {
      case TEXT, REFERENCE -> TextForm.PLAIN;
      case EMAIL -> TextForm.EMAIL;
      case PHONE -> TextForm.PHONE;
      case NUMBER, MONEY -> new NumberForm();
      case DATE -> new DateForm();
      case DATETIME -> new DateTimeForm();
      case BOOLEAN -> new BooleanForm();
      case PICKLIST -> new PicklistForm();
      case MULTI_PICKLIST -> new MultiPicklistForm();
    };
  }
}
