package io.partnerhub.sandbox.salesforce;

import io.partnerhub.sandbox.salesforce.soql.Literal;

/** The value of a literal as the field that it is compared with holds values. */
final class Operand {

  private Operand() {}

  /**
   * The value, never null.
   *
   * @throws ApiError when the literal is of another kind than the field
   */
  static Object of(Field field, Literal literal) {
    return switch (field.kind()) {
      case TEXT -> literal instanceof Literal.Text t ? t.value() : mismatch(field);
      case NUMBER -> literal instanceof Literal.Num n ? n.value().doubleValue() : mismatch(field);
      case BOOLEAN -> literal instanceof Literal.Bool b ? b.value() : mismatch(field);
      case DATE -> literal instanceof Literal.Day d ? d.value() : mismatch(field);
      case DATETIME -> literal instanceof Literal.Moment m ? m.value() : mismatch(field);
      case ID -> literal instanceof Literal.Text t ? id(t.value()) : mismatch(field);
    };
  }

  private static String id(String text) {
    return Ids.to15(text)
        .orElseThrow(
            () -> new ApiError(400, "INVALID_QUERY_FILTER_OPERATOR", "invalid ID field: " + text));
  }

  private static Object mismatch(Field field) {
    boolean quoted = field.kind() == FieldType.Kind.TEXT || field.kind() == FieldType.Kind.ID;
    throw new ApiError(
        400,
        "INVALID_FIELD",
        "value of filter criterion for field '"
            + field.name()
            + "' must be of type "
            + field.kind().errorName()
            + " and should "
            + (quoted ? "" : "not ")
            + "be enclosed in quotes");
  }
}
