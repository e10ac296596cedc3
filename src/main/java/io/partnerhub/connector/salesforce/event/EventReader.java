package io.partnerhub.connector.salesforce.event;

import com.salesforce.eventbus.protobuf.ConsumerEvent;
import io.grpc.StatusRuntimeException;
import io.partnerhub.connector.salesforce.event.FieldMarks.Place;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads events in Avro. Their bodies have every field, null where it was not changed: what was
 * changed, and to null, only the header tells.
 */
final class EventReader {

  private static final Logger LOG = LoggerFactory.getLogger(EventReader.class);
  private static final String HEADER = "ChangeEventHeader";
  private static final String ADDRESS = "Address";

  private final Function<String, Schema> schemas;

  /**
   * @param schemas gives the schema of an id; may call the server, and fail as calls do
   */
  EventReader(Function<String, Schema> schemas) {
    this.schemas = schemas;
  }

  /** One that cannot be read costs a read of everything, and stops no other. */
  ChangeEvent read(ConsumerEvent received) {
    String uuid = received.getEvent().getId();
    try {
      Schema schema = schemas.apply(received.getEvent().getSchemaId());
      byte[] payload = received.getEvent().getPayload().toByteArray();
      return event(
          uuid,
          new GenericDatumReader<GenericRecord>(schema)
              .read(null, DecoderFactory.get().binaryDecoder(payload, null)));
    } catch (StatusRuntimeException e) {
      throw e; // the schema could not be had
    } catch (IOException | RuntimeException e) { // whatever a form that is not known leads to
      LOG.warn("The change event {} is not of the known form, so everything is read", uuid, e);
      return ChangeEvent.unreadable(uuid);
    }
  }

  private static ChangeEvent event(String uuid, GenericRecord event) {
    GenericRecord header = (GenericRecord) event.get(HEADER);
    Schema schema = event.getSchema();
    List<Place> nulled = FieldMarks.read(schema, texts(header, "nulledFields"));
    List<Place> changed = FieldMarks.read(schema, texts(header, "changedFields"));
    Set<String> untold = new HashSet<>();
    FieldMarks.read(schema, texts(header, "diffFields"))
        .forEach(place -> untold.add(name(schema, place)));
    Map<String, Object> values = new HashMap<>();
    changed.forEach(place -> values.put(name(schema, place), value(event, place)));
    nulled.forEach(place -> values.put(name(schema, place), null));
    values.keySet().removeAll(untold);
    return new ChangeEvent(
        uuid,
        header.get("entityName").toString(),
        header.get("changeType").toString(),
        texts(header, "recordIds"),
        header.get("commitUser").toString(),
        Instant.ofEpochMilli((Long) header.get("commitTimestamp")),
        values,
        untold);
  }

  private static List<String> texts(GenericRecord header, String name) {
    List<String> texts = new ArrayList<>();
    ((Iterable<?>) header.get(name)).forEach(text -> texts.add(text.toString()));
    return texts;
  }

  /** As the API names the parts: {@code City} of {@code BillingAddress} is {@code BillingCity}. */
  private static String name(Schema schema, Place place) {
    String name = schema.getFields().get(place.position()).name();
    if (place.part() < 0) {
      return name;
    }
    String part = FieldMarks.record(schema, place.position()).getFields().get(place.part()).name();
    return name.endsWith(ADDRESS)
        ? name.substring(0, name.length() - ADDRESS.length()) + part
        : part;
  }

  private static Object value(GenericRecord event, Place place) {
    Object value = event.get(place.position());
    if (place.part() >= 0) {
      value = value instanceof GenericRecord parts ? parts.get(place.part()) : null;
    }
    return value instanceof CharSequence text ? text.toString() : value;
  }
}
