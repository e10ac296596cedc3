package io.partnerhub.connector.salesforce.event;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/**
 * Reads the bitmaps by which a header names fields: {@code 0x400800}, whose bit i, counted from the
 * right, is the schema's field i; and {@code 4-0x02} for the parts of field 4, which is a record.
 */
final class FieldMarks {

  private static final String HEX = "0x";

  private FieldMarks() {}

  /**
   * A named field.
   *
   * @param part in the record at that position; -1 for the field itself
   */
  record Place(int position, int part) {}

  /**
   * The fields of some bitmaps.
   *
   * @throws IllegalArgumentException for what is no bitmap of the schema
   */
  static List<Place> read(Schema schema, List<String> bitmaps) {
    List<Place> places = new ArrayList<>();
    for (String bitmap : bitmaps) {
      int dash = bitmap.indexOf('-');
      if (dash < 0) {
        for (int bit : bits(bitmap, schema.getFields().size())) {
          places.add(new Place(bit, -1));
        }
      } else {
        int parent = Integer.parseInt(bitmap.substring(0, dash));
        Schema record = record(schema, parent);
        for (int bit : bits(bitmap.substring(dash + 1), record.getFields().size())) {
          places.add(new Place(parent, bit));
        }
      }
    }
    return places;
  }

  /** The record that a field may hold beside null and a text. */
  static Schema record(Schema schema, int position) {
    if (position < schema.getFields().size()) {
      Schema type = schema.getFields().get(position).schema();
      List<Schema> types = type.isUnion() ? type.getTypes() : List.of(type);
      for (Schema one : types) {
        if (one.getType() == Schema.Type.RECORD) {
          return one;
        }
      }
    }
    throw new IllegalArgumentException("field " + position + " of the event is no record");
  }

  private static List<Integer> bits(String bitmap, int fields) {
    if (!bitmap.startsWith(HEX)) {
      throw new IllegalArgumentException("no bitmap of fields: " + bitmap);
    }
    BigInteger bits = new BigInteger(bitmap.substring(HEX.length()), 16);
    if (bits.bitLength() > fields) {
      throw new IllegalArgumentException("the bitmap names more than the event's fields");
    }
    List<Integer> set = new ArrayList<>();
    for (int bit = bits.getLowestSetBit(); bit >= 0; bit = next(bits, bit)) {
      set.add(bit);
    }
    return set;
  }

  private static int next(BigInteger bits, int after) {
    BigInteger rest = bits.shiftRight(after + 1);
    return rest.signum() == 0 ? -1 : after + 1 + rest.getLowestSetBit();
  }
}
