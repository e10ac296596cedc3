package io.partnerhub.sandbox.salesforce.soql;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Reads values; texts are quoted, everything else is not. */
final class Literals {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[.SSS][.SS][.S][XXX][XX]")
          .withResolverStyle(ResolverStyle.STRICT);

  private Literals() {}

  static Literal value(Token token) {
    return switch (token.kind()) {
      case STRING -> new Literal.Text(unescape(token, false));
      case NUMBER -> new Literal.Num(new BigDecimal(token.text()));
      case DATE, DATETIME -> time(token);
      case WORD -> word(token);
      case SYMBOL, END -> throw MalformedQuery.unexpected(token);
    };
  }

  static Literal pattern(Token token) {
    if (token.kind() != Token.Kind.STRING) {
      throw MalformedQuery.unexpected(token);
    }
    return new Literal.Text(unescape(token, true));
  }

  private static Literal time(Token token) {
    try {
      return token.kind() == Token.Kind.DATE
          ? new Literal.Day(LocalDate.parse(token.text()))
          : new Literal.Moment(
              OffsetDateTime.parse(token.text(), MOMENT)
                  .toInstant()
                  .truncatedTo(ChronoUnit.SECONDS));
    } catch (DateTimeException e) {
      throw new MalformedQuery("invalid date: " + token.text());
    }
  }

  private static Literal word(Token token) {
    return switch (token.text().toLowerCase(Locale.ROOT)) {
      case "null" -> new Literal.Null();
      case "true" -> new Literal.Bool(true);
      case "false" -> new Literal.Bool(false);
      default -> throw MalformedQuery.unexpected(token);
    };
  }

  private static String unescape(Token token, boolean pattern) {
    String raw = token.text();
    StringBuilder text = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      text.append(c == '\\' ? escaped(raw.charAt(++i), pattern) : c);
    }
    return text.toString();
  }

  private static String escaped(char c, boolean pattern) {
    return switch (c) {
      case 'n', 'N' -> "\n";
      case 'r', 'R' -> "\r";
      case 't', 'T' -> "\t";
      case 'b', 'B' -> "\b";
      case 'f', 'F' -> "\f";
      case '"', '\'' -> String.valueOf(c);
      case '\\' -> pattern ? "\\\\" : "\\";
      case '_', '%' -> pattern ? "\\" + c : illegal(c);
      default -> illegal(c);
    };
  }

  private static String illegal(char c) {
    throw new MalformedQuery("Invalid string literal: illegal escape \\" + c);
  }
}
