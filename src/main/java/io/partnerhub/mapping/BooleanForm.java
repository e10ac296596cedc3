package io.partnerhub.mapping;

import io.partnerhub.model.SystemName;
import java.util.Locale;

/** Yes or no, as true and false. A check box that was never touched is false. */
final class BooleanForm implements Form {

  @Override
  public Parsed read(Field field, SystemName system, Object value, String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "1" -> Parsed.value("true");
      case "false", "no", "0" -> Parsed.value("false");
      default -> Parsed.unreadable("\"%s\" is neither yes nor no; write true or false", text);
    };
  }

  @Override
  public Object write(Field field, SystemName system, String canonical) {
    return Boolean.valueOf(canonical);
  }
}
