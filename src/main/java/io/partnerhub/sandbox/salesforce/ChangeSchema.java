package io.partnerhub.sandbox.salesforce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * The Avro schema of an object's change events: a header, then its fields, each null unless it
 * changed; the parts of an address stand in a record of their own.
 */
final class ChangeSchema {

  static final String HEADER = "ChangeEventHeader";
  static final List<String> CHANGE_TYPES =
      List.of(
          "CREATE",
          "UPDATE",
          "DELETE",
          "UNDELETE",
          "GAP_CREATE",
          "GAP_UPDATE",
          "GAP_DELETE",
          "GAP_UNDELETE",
          "GAP_OVERFLOW",
          "SNAPSHOT");

  private static final String NAMESPACE = "com.sforce.eventbus";
  private static final List<String> ADDRESSES = List.of("Billing", "Shipping");
  private static final List<String> ADDRESS_PARTS =
      List.of("Street", "City", "State", "PostalCode", "Country");
  private static final List<Integer> NOT_IN_EVENTS =
      List.of(SObjectType.ID, SObjectType.IS_DELETED, SObjectType.SYSTEM_MODSTAMP);

  private final SObjectType type;
  private final Map<Field, Place> places = new LinkedHashMap<>();
  private final Schema schema;
  private final String id;

  /**
   * Where a field stands in an event.
   *
   * @param part in the record of its address; -1 for a field of its own
   */
  record Place(int position, int part) {}

  ChangeSchema(SObjectType type) {
    this.type = type;
    this.schema = build();
    this.id = idOf(schema);
  }

  SObjectType type() {
    return type;
  }

  Schema schema() {
    return schema;
  }

  /** The same text gives the same id. */
  String id() {
    return id;
  }

  /** The fields that events carry, with their places. */
  Map<Field, Place> places() {
    return places;
  }

  private Schema build() {
    List<Schema.Field> fields = new ArrayList<>(List.of(new Schema.Field(HEADER, header())));
    Map<String, Integer> addresses = new LinkedHashMap<>();
    for (Field field : type.fields()) {
      if (NOT_IN_EVENTS.contains(field.ordinal())) {
        continue;
      }
      String address = addressOf(field.name());
      if (address == null) {
        places.put(field, new Place(fields.size(), -1));
        fields.add(nullable(field.name(), valueOf(field)));
        continue;
      }
      if (!addresses.containsKey(address)) {
        addresses.put(address, fields.size());
        fields.add(nullable(address + "Address", address(address)));
      }
      int part = ADDRESS_PARTS.indexOf(field.name().substring(address.length()));
      places.put(field, new Place(addresses.get(address), part));
    }
    String name = type.name().endsWith("__c") ? type.name().replaceAll("c$", "") : type.name();
    return Schema.createRecord(name + "ChangeEvent", null, NAMESPACE, false, fields);
  }

  private static String addressOf(String field) {
    return ADDRESSES.stream()
        .filter(a -> field.startsWith(a) && ADDRESS_PARTS.contains(field.substring(a.length())))
        .findFirst()
        .orElse(null);
  }

  private static Schema address(String prefix) {
    return Schema.createRecord(
        prefix + "Address",
        null,
        NAMESPACE,
        false,
        ADDRESS_PARTS.stream()
            .map(part -> nullable(part, Schema.create(Schema.Type.STRING)))
            .toList());
  }

  private static Schema valueOf(Field field) {
    return Schema.create(
        switch (field.kind()) {
          case ID, TEXT -> Schema.Type.STRING;
          case NUMBER -> Schema.Type.DOUBLE;
          case DATE, DATETIME -> Schema.Type.LONG;
          case BOOLEAN -> Schema.Type.BOOLEAN;
        });
  }

  private static Schema header() {
    Schema text = Schema.create(Schema.Type.STRING);
    Schema whole = Schema.create(Schema.Type.LONG);
    Schema texts = Schema.createArray(text);
    return Schema.createRecord(
        HEADER,
        null,
        NAMESPACE,
        false,
        List.of(
            new Schema.Field("entityName", text),
            new Schema.Field("recordIds", texts),
            new Schema.Field(
                "changeType", Schema.createEnum("ChangeType", null, NAMESPACE, CHANGE_TYPES)),
            new Schema.Field("changeOrigin", text),
            new Schema.Field("transactionKey", text),
            new Schema.Field("sequenceNumber", Schema.create(Schema.Type.INT)),
            new Schema.Field("commitTimestamp", whole),
            new Schema.Field("commitNumber", whole),
            new Schema.Field("commitUser", text),
            new Schema.Field("nulledFields", texts),
            new Schema.Field("diffFields", texts),
            new Schema.Field("changedFields", texts)));
  }

  private static Schema.Field nullable(String name, Schema value) {
    return new Schema.Field(
        name,
        Schema.createUnion(Arrays.asList(Schema.create(Schema.Type.NULL), value)),
        null,
        Schema.Field.NULL_DEFAULT_VALUE);
  }

  private static String idOf(Schema schema) {
    long print = SchemaNormalization.parsingFingerprint64(schema);
    return Long.toUnsignedString(print, Character.MAX_RADIX);
  }
}
