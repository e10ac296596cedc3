package io.partnerhub.connector.salesforce;

import io.partnerhub.connector.salesforce.event.ChangeEvent;
import io.partnerhub.mapping.Conversion;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Kind;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import io.partnerhub.sync.system.ToldEdit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes canonical edits of what change events say that fields were changed to. A reference is not
 * among them: the event has the parent's id, and the mapping its business key.
 */
final class EventEdits {

  private static final SystemName SYSTEM = SystemName.SALESFORCE;

  private final List<Mapping> mappings;
  private final HubUser hubUser;

  EventEdits(List<Mapping> mappings, HubUser hubUser) {
    this.mappings = List.copyOf(mappings);
    this.hubUser = hubUser;
  }

  /** None of an event that tells no values of records that were there before. */
  List<ToldEdit> of(ChangeEvent event) {
    if (!event.isUpdate()) {
      return List.of();
    }
    List<ToldEdit> edits = new ArrayList<>();
    for (Mapping mapping : mappings) {
      if (mapping.side(SYSTEM).placement().has(event.entity())) {
        edits.addAll(edits(mapping, event));
      }
    }
    return edits;
  }

  private List<ToldEdit> edits(Mapping mapping, ChangeEvent event) {
    Values values = Conversion.toCanonical(mapping, SYSTEM, nativeValues(mapping, event)).values();
    boolean byHub = hubUser.is(event.user());
    List<ToldEdit> edits = new ArrayList<>();
    for (String id : event.recordIds()) {
      if (!SalesforceId.isId(id)) {
        continue;
      }
      NativeId copy = new NativeId(event.entity(), SalesforceId.widen(id));
      for (Field field : mapping.fieldsIn(SYSTEM)) {
        String name = field.names().get(SYSTEM);
        boolean told = event.values().containsKey(name);
        if (told || event.untold().contains(name)) {
          edits.add(
              new ToldEdit(
                  0,
                  mapping.type(),
                  copy,
                  event.uuid(),
                  field.name(),
                  told ? values.get(field.name()) : null,
                  told,
                  event.committedAt(),
                  byHub));
        }
      }
    }
    return edits;
  }

  private static Map<String, Object> nativeValues(Mapping mapping, ChangeEvent event) {
    Map<String, Object> values = new HashMap<>();
    for (Field field : mapping.fieldsIn(SYSTEM)) {
      String name = field.names().get(SYSTEM);
      values.put(name, asInAnswers(field.kind(), event.values().get(name)));
    }
    return values;
  }

  /** The value in the form that answers of the REST API have. */
  private static Object asInAnswers(Kind kind, Object value) {
    if (value instanceof Long millis) {
      Instant at = Instant.ofEpochMilli(millis);
      return switch (kind) {
        case DATE -> LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
        case DATETIME -> at.toString();
        default -> BigDecimal.valueOf(millis);
      };
    }
    if (value instanceof Double number) {
      return BigDecimal.valueOf(number);
    }
    return kind == Kind.MULTI_PICKLIST && value instanceof String text
        ? List.of(text.split(";"))
        : value;
  }
}
