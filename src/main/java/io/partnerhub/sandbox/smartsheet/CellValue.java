package io.partnerhub.sandbox.smartsheet;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What a cell holds, and how the API shows it. An empty cell is null. */
sealed interface CellValue {

  /** The JSON {@code value}. */
  default void writeValue(JsonGenerator json) throws IOException {
    json.writeString(display());
  }

  /** The JSON {@code objectValue}. */
  default void writeObject(JsonGenerator json) throws IOException {
    writeValue(json);
  }

  /** The text a person sees. */
  String display();

  /** Dates and check boxes have no {@code displayValue} in the API. */
  default boolean displayed() {
    return true;
  }

  /** The level from which this is an object value only, 0 for simple values. */
  default int level() {
    return 0;
  }

  /** Plain text. */
  record Text(String text) implements CellValue {
    @Override
    public String display() {
      return text;
    }
  }

  /** A number, with the precision of a double as in the real service. */
  record Amount(double number) implements CellValue {
    @Override
    public void writeValue(JsonGenerator json) throws IOException {
      json.writeNumber(number);
    }

    @Override
    public String display() {
      BigDecimal plain = BigDecimal.valueOf(number);
      return plain.signum() == 0 ? "0" : plain.stripTrailingZeros().toPlainString();
    }
  }

  /** A check box. */
  record Check(boolean ticked) implements CellValue {
    @Override
    public void writeValue(JsonGenerator json) throws IOException {
      json.writeBoolean(ticked);
    }

    @Override
    public String display() {
      return Boolean.toString(ticked);
    }

    @Override
    public boolean displayed() {
      return false;
    }
  }

  /**
   * A date.
   *
   * @param iso {@code YYYY-MM-DD}
   */
  record Day(String iso) implements CellValue {
    @Override
    public void writeObject(JsonGenerator json) throws IOException {
      json.writeStartObject();
      json.writeStringField("objectType", "DATE");
      json.writeStringField("value", iso);
      json.writeEndObject();
    }

    @Override
    public String display() {
      return iso;
    }

    @Override
    public boolean displayed() {
      return false;
    }
  }

  /** A moment of a system column, in seconds since 1970, UTC. */
  record Moment(long second) implements CellValue {
    @Override
    public void writeObject(JsonGenerator json) throws IOException {
      json.writeStartObject();
      json.writeStringField("objectType", "DATETIME");
      json.writeStringField("value", display());
      json.writeEndObject();
    }

    @Override
    public String display() {
      return Instant.ofEpochSecond(second).toString();
    }

    @Override
    public boolean displayed() {
      return false;
    }
  }

  /**
   * A contact.
   *
   * @param name null when only the e-mail is known
   */
  record Contact(String email, String name) implements CellValue {
    @Override
    public void writeValue(JsonGenerator json) throws IOException {
      json.writeString(email);
    }

    @Override
    public void writeObject(JsonGenerator json) throws IOException {
      json.writeStartObject();
      json.writeStringField("objectType", "CONTACT");
      json.writeStringField("email", email);
      json.writeStringField("name", display());
      json.writeEndObject();
    }

    @Override
    public String display() {
      return name == null ? email : name;
    }
  }

  /** The contacts of a MULTI_CONTACT_LIST cell. */
  record Contacts(List<Contact> contacts) implements CellValue {
    @Override
    public void writeObject(JsonGenerator json) throws IOException {
      json.writeStartObject();
      json.writeStringField("objectType", "MULTI_CONTACT");
      json.writeArrayFieldStart("values");
      for (Contact contact : contacts) {
        contact.writeObject(json);
      }
      json.writeEndArray();
      json.writeEndObject();
    }

    @Override
    public String display() {
      return contacts.stream().map(Contact::display).collect(Collectors.joining(", "));
    }

    @Override
    public int level() {
      return ColumnType.MULTI_CONTACT_LIST.level();
    }
  }

  /** The chosen options of a MULTI_PICKLIST cell. */
  record Choices(List<String> values) implements CellValue {
    @Override
    public void writeObject(JsonGenerator json) throws IOException {
      json.writeStartObject();
      json.writeStringField("objectType", "MULTI_PICKLIST");
      json.writeArrayFieldStart("values");
      for (String value : values) {
        json.writeString(value);
      }
      json.writeEndArray();
      json.writeEndObject();
    }

    @Override
    public String display() {
      return String.join(", ", values);
    }

    @Override
    public int level() {
      return ColumnType.MULTI_PICKLIST.level();
    }
  }

  /** Text with a target behind it. */
  record Linked(String text, Hyperlink target) implements CellValue {
    @Override
    public String display() {
      return text;
    }
  }

  /** A formula in one cell; what it shows is worked out when it is read. */
  record Formula(String expression) implements CellValue {
    @Override
    public String display() {
      return Formulas.UNPARSEABLE;
    }
  }
}
