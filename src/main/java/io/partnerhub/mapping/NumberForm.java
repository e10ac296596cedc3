package io.partnerhub.mapping;

import io.partnerhub.model.SystemName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * Numbers and amounts of money: plain digits with a point, no trailing zeros, no exponent. Texts
 * may have thousands separators where they can mean nothing else.
 */
final class NumberForm implements Form {

  private static final int MOST_DIGITS = 30;
  private static final int LONGEST_TEXT = 60;
  private static final int THOUSAND = 3;

  private static final Pattern PLAIN =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");
  private static final Pattern ONE_OR_A_THOUSAND =
      Pattern.compile("[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?[0-9]+,[0-9]+");
  private static final Pattern POINT_AT_END =
      Pattern.compile(
          "[+-]?[1-9][0-9]{0,2}(([, '])[0-9]{3}(\\2[0-9]{3})*\\.[0-9]+|(,[0-9]{3}){2,})");
  private static final Pattern COMMA_AT_END =
      Pattern.compile(
          "[+-]?[1-9][0-9]{0,2}(([. '])[0-9]{3}(\\2[0-9]{3})*,[0-9]+|(\\.[0-9]{3}){2,})");
  private static final Pattern SPACED = Pattern.compile("[+-]?[1-9][0-9]{0,2}([ '][0-9]{3})+");

  private static final Pattern SPACE = Pattern.compile("\\p{Z}");

  @Override
  public Parsed read(Field field, SystemName system, Object value, String text) {
    if (text.length() > LONGEST_TEXT) {
      return Parsed.unreadable("%d characters are too many for a number", text.length());
    }
    if (value instanceof Number) {
      return PLAIN.matcher(text).matches() ? rounded(field, new BigDecimal(text)) : noNumber(text);
    }
    return parse(field, text, SPACE.matcher(text).replaceAll(" ").replace('\u2019', '\''));
  }

  @Override
  public Object write(Field field, SystemName system, String canonical) {
    return new BigDecimal(canonical);
  }

  /** Whether a text is a canonical number: a point is a decimal point there, whatever the scale. */
  static boolean isPlain(Kind kind, String text) {
    return (kind == Kind.NUMBER || kind == Kind.MONEY)
        && text.length() <= LONGEST_TEXT
        && PLAIN.matcher(text).matches();
  }

  private static Parsed parse(Field field, String text, String typed) {
    if (ONE_OR_A_THOUSAND.matcher(typed).matches() && !isCanonical(field, typed)) {
      return Parsed.unreadable(
          "\"%s\" may mean thousands or decimals; write it without a separator for thousands",
          text);
    }
    if (PLAIN.matcher(typed).matches()) {
      return rounded(field, new BigDecimal(typed));
    }
    if (DECIMAL_COMMA.matcher(typed).matches()) {
      return rounded(field, new BigDecimal(typed.replace(',', '.')));
    }
    if (POINT_AT_END.matcher(typed).matches() || SPACED.matcher(typed).matches()) {
      return rounded(field, new BigDecimal(typed.replaceAll("[, ']", "")));
    }
    if (COMMA_AT_END.matcher(typed).matches()) {
      return rounded(field, new BigDecimal(typed.replaceAll("[. ']", "").replace(',', '.')));
    }
    return noNumber(text);
  }

  /** A point before three digits is a decimal point where the field has three decimals or more. */
  private static boolean isCanonical(Field field, String typed) {
    return field.scale() >= THOUSAND && typed.indexOf('.') > 0;
  }

  private static Parsed rounded(Field field, BigDecimal number) {
    BigDecimal value = number.setScale(field.scale(), RoundingMode.HALF_UP);
    if (value.precision() - value.scale() > MOST_DIGITS) {
      return Parsed.unreadable("%s is too great a number", number);
    }
    return Parsed.value(value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
  }

  private static Parsed noNumber(String text) {
    return Parsed.unreadable(
        "\"%s\" is no number; write digits alone, without a currency or a unit: 1234.50", text);
  }
}
