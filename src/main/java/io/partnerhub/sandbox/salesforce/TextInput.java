package io.partnerhub.sandbox.salesforce;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts as the org stores them: trimmed, an empty one as null, checked by the field's type. */
final class TextInput {

  private static final Pattern EMAIL =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?"
              + "(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+");

  private TextInput() {}

  static String value(Field field, String raw) throws RowRefused {
    String text = raw.strip();
    if (text.isEmpty()) {
      return null;
    }
    if (text.length() > field.length()) {
      throw new RowRefused(
          "STRING_TOO_LONG",
          field.label()
              + ": data value too large: "
              + text
              + " (max length="
              + field.length()
              + ")",
          field);
    }
    return switch (field.type()) {
      case EMAIL -> email(field, text);
      case PICKLIST -> picklist(field, text);
      case MULTIPICKLIST -> multiPicklist(field, text);
      default -> text;
    };
  }

  private static String email(Field field, String text) throws RowRefused {
    if (!EMAIL.matcher(text).matches()) {
      throw new RowRefused(
          "INVALID_EMAIL_ADDRESS", field.label() + ": invalid email address: " + text, field);
    }
    return text;
  }

  private static String picklist(Field field, String text) throws RowRefused {
    if (field.restricted() && !field.options().contains(text)) {
      throw badOption(field, text);
    }
    return text;
  }

  /** The org gives the chosen values in the order of the definition, each once. */
  private static String multiPicklist(Field field, String text) throws RowRefused {
    Set<String> chosen =
        Arrays.stream(text.split(";"))
            .map(String::strip)
            .filter(v -> !v.isEmpty())
            .collect(Collectors.toSet());
    List<String> known = field.options().stream().filter(chosen::contains).toList();
    if (known.size() < chosen.size()) {
      throw badOption(field, text);
    }
    return known.isEmpty() ? null : String.join(";", known);
  }

  private static RowRefused badOption(Field field, String text) {
    return new RowRefused(
        "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
        field.label() + ": bad value for restricted picklist field: " + text,
        field);
  }
}
