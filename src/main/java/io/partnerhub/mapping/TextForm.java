package io.partnerhub.mapping;

import io.partnerhub.model.SystemName;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Texts, keys, e-mail addresses and phone numbers: bounded in length, cut visibly where need be.
 */
enum TextForm implements Form {
  PLAIN {
    @Override
    Parsed parse(String text) {
      return Parsed.value(text);
    }
  },

  /** In lower case. */
  EMAIL {
    @Override
    Parsed parse(String text) {
      if (Invisible.isIn(text)) {
        return invisible(text);
      }
      if (!ADDRESS.matcher(text).matches()) {
        return Parsed.unreadable("\"%s\" is no e-mail address; write it as name@example.com", text);
      }
      return Parsed.value(NativeText.composed(text.toLowerCase(Locale.ROOT)));
    }
  },

  PHONE {
    @Override
    Parsed parse(String text) {
      return PhoneNumber.parse(text);
    }
  };

  private static final Pattern ADDRESS = Pattern.compile("[^\\s@;,]+@[^\\s@;,.]+(\\.[^\\s@;,.]+)+");

  /** Why a text is refused that people could not tell from another one. */
  static Parsed invisible(String text) {
    return Parsed.unreadable("\"%s\" holds an invisible character; type it again", text);
  }

  abstract Parsed parse(String text);

  @Override
  public Parsed read(Field field, SystemName system, Object value, String text) {
    String cased = field.upperCase() ? NativeText.composed(text.toUpperCase(Locale.ROOT)) : text;
    Parsed parsed = parse(cased);
    if (parsed instanceof Parsed.Canonical canonical && canonical.value().length() > field.max()) {
      return Parsed.unreadable(
          "%d characters, at most %d allowed", canonical.value().length(), field.max());
    }
    return parsed;
  }

  @Override
  public Object write(Field field, SystemName system, String canonical) {
    Integer limit = field.shortenedTo().get(system);
    return limit == null ? canonical : Shortened.to(limit, canonical);
  }
}
