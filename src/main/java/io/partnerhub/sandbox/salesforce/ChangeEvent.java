package io.partnerhub.sandbox.salesforce;

import com.google.protobuf.ByteString;
import io.partnerhub.sandbox.salesforce.ChangeSchema.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** Puts one change of one or several records into the Avro form of change events. */
final class ChangeEvent {

  /** Longer texts come as a difference to the text before, not as the text [I]. */
  static final int LONGEST_TEXT = 1_000;

  private final ChangeSchema schema;
  private final GenericData.Record header;
  private final GenericData.Record event;
  private final Marks changed = new Marks();
  private final Marks nulled = new Marks();
  private final Marks differing = new Marks();

  /** Positions of fields, as the bitmaps of a header name them. */
  private static final class Marks {

    private BigInteger top = BigInteger.ZERO;
    private final Map<Integer, BigInteger> nested = new TreeMap<>();

    void set(Place place) {
      if (place.part() < 0) {
        top = top.setBit(place.position());
      } else {
        nested.merge(place.position(), BigInteger.ZERO.setBit(place.part()), BigInteger::or);
      }
    }

    List<String> texts() {
      List<String> texts = new ArrayList<>();
      if (top.signum() > 0) {
        texts.add(hex(top));
      }
      nested.forEach((parent, bits) -> texts.add(parent + "-" + hex(bits)));
      return texts;
    }

    private static String hex(BigInteger bits) {
      String digits = bits.toString(16).toUpperCase(Locale.ROOT);
      return "0x" + (digits.length() % 2 == 0 ? digits : "0" + digits);
    }
  }

  /** An event without values, whose header is still to be filled. */
  ChangeEvent(ChangeSchema schema, String changeType, List<String> recordIds) {
    this.schema = schema;
    this.event = new GenericData.Record(schema.schema());
    Schema headerSchema = schema.schema().getField(ChangeSchema.HEADER).schema();
    this.header = new GenericData.Record(headerSchema);
    event.put(ChangeSchema.HEADER, header);
    header.put("entityName", schema.type().name());
    header.put("recordIds", recordIds);
    Schema types = headerSchema.getField("changeType").schema();
    header.put("changeType", new GenericData.EnumSymbol(types, changeType));
  }

  /** Who changed it, when and in which transaction. */
  ChangeEvent by(String user, String origin, Instant at) {
    header.put("commitUser", user);
    header.put("changeOrigin", origin);
    header.put("commitTimestamp", at.toEpochMilli());
    return this;
  }

  ChangeEvent in(String transactionKey, int sequenceNumber, long commitNumber) {
    header.put("transactionKey", transactionKey);
    header.put("sequenceNumber", sequenceNumber);
    header.put("commitNumber", commitNumber);
    return this;
  }

  /** All values that are not null, as a new or restored record has them. */
  ChangeEvent whole(Row row) {
    schema
        .places()
        .forEach(
            (field, place) -> {
              if (row.get(field) != null) {
                put(place, wire(field, row.get(field)));
              }
            });
    return this;
  }

  /** The values that differ. */
  ChangeEvent difference(Row before, Row after) {
    schema
        .places()
        .forEach(
            (field, place) -> {
              Object value = after.get(field);
              if (!Objects.equals(before.get(field), value)) {
                differs(field, place, before.get(field), value);
              }
            });
    return this;
  }

  private void differs(Field field, Place place, Object before, Object value) {
    if (value == null) {
      nulled.set(place);
      return;
    }
    changed.set(place);
    if (value instanceof String text && text.length() > LONGEST_TEXT) {
      differing.set(place);
      put(place, "--- \n+++ \n@@ -1 +1 @@\n-" + Objects.toString(before, "") + "\n+" + text);
    } else {
      put(place, wire(field, value));
    }
  }

  private void put(Place place, Object value) {
    if (place.part() < 0) {
      event.put(place.position(), value);
      return;
    }
    GenericData.Record address = (GenericData.Record) event.get(place.position());
    if (address == null) {
      Schema union = schema.schema().getFields().get(place.position()).schema();
      address = new GenericData.Record(union.getTypes().get(1));
      event.put(place.position(), address);
    }
    address.put(place.part(), value);
  }

  private static Object wire(Field field, Object value) {
    return switch (field.kind()) {
      case ID -> Ids.to18((String) value);
      case DATE -> ((LocalDate) value).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
      case DATETIME -> ((Instant) value).toEpochMilli();
      case TEXT, NUMBER, BOOLEAN -> value;
    };
  }

  ByteString bytes() {
    header.put("nulledFields", nulled.texts());
    header.put("diffFields", differing.texts());
    header.put("changedFields", changed.texts());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    try {
      new GenericDatumWriter<GenericData.Record>(schema.schema()).write(event, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ByteString.copyFrom(bytes.toByteArray());
  }
}
