package io.partnerhub.ledger;

import io.partnerhub.mapping.Conversion;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.MappingSet;
import io.partnerhub.mapping.NearestName;
import io.partnerhub.model.RecordType;
import io.partnerhub.sync.Replica;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Answers why the fields of a record have their values. */
public final class Why {

  private static final int MOST_LINES = 2_000;
  private static final int KEYS_TO_COMPARE = 5_000;
  private static final Pattern BY_ID = Pattern.compile("#(\\d{1,18})");

  private final Ledger ledger;
  private final MappingSet mappings;

  public Why(Ledger ledger, MappingSet mappings) {
    this.ledger = ledger;
    this.mappings = mappings;
  }

  /**
   * The reasons behind a record.
   *
   * @param key a business key in any case that its field knows, or {@code #} and the hub's id
   * @param field one field alone; null or empty for all
   * @throws IllegalArgumentException when there is no such type, record or field; with a hint
   */
  public Reasons of(String type, String key, String field) {
    Mapping mapping = mapping(type);
    List<Field> fields = fields(mapping, field);
    Past past = past(mapping, key, MOST_LINES);
    List<Reasons.OfField> told = new ArrayList<>();
    if (fields.size() > 1) {
      told.add(new Reasons.OfField("", null, null, false, FieldStory.ofWhole(past)));
    }
    fields.forEach(f -> told.add(new FieldStory(f, past).tell()));
    return new Reasons(
        type,
        past.dossier().record().id(),
        mapping.keyOf(past.dossier().record().agreed()),
        past.dossier().replicas().values().stream().map(r -> copy(past, r)).toList(),
        told);
  }

  /**
   * Refuses a type, a record or a field that there is not, and reads no line of the ledger.
   *
   * @param field null or empty for no field
   * @throws IllegalArgumentException with a hint
   */
  public void require(String type, String key, String field) {
    Mapping mapping = mapping(type);
    fields(mapping, field);
    past(mapping, key, 0);
  }

  /**
   * Refuses a record type that no mapping names.
   *
   * @throws IllegalArgumentException with a hint
   */
  public void requireType(String type) {
    mapping(type == null ? "" : type);
  }

  private Mapping mapping(String type) {
    List<String> types = mappings.mappings().stream().map(m -> m.type().name()).toList();
    return mappings
        .find(new RecordType(type))
        .orElseThrow(() -> unknown("record type", type, NearestName.hint(type, types)));
  }

  private static List<Field> fields(Mapping mapping, String field) {
    if (field == null || field.isEmpty()) {
      return mapping.fields();
    }
    List<Field> named = mapping.fields().stream().filter(f -> f.name().equals(field)).toList();
    if (named.isEmpty()) {
      List<String> names = mapping.fields().stream().map(Field::name).toList();
      throw unknown("field of the type " + mapping.type(), field, NearestName.hint(field, names));
    }
    return named;
  }

  private Past past(Mapping mapping, String key, int lines) {
    return ledger
        .past(mapping.type(), record(mapping, key), lines)
        .orElseThrow(() -> unknown(mapping.type().name(), key, "Give a key or a #number"));
  }

  private long record(Mapping mapping, String key) {
    if (BY_ID.matcher(key).matches()) {
      return Long.parseLong(key.substring(1));
    }
    List<Long> records = ledger.recordsOf(mapping.type(), canonical(mapping, key));
    if (records.isEmpty()) {
      List<String> keys = ledger.keysLike(mapping.type(), key, KEYS_TO_COMPARE);
      String hint =
          NearestName.of(key, keys)
              .map(near -> "Did you mean \"" + near + "\"?")
              .orElse("Is it spelt as in the key's field?");
      throw unknown(mapping.type().name(), key, hint);
    }
    if (records.size() > 1) {
      throw new IllegalArgumentException(
          "Several records have the key %s, and are held for it; name one: #%s"
              .formatted(
                  key, String.join(" or #", records.stream().map(String::valueOf).toList())));
    }
    return records.get(0);
  }

  /** As the key's field keeps it: trimmed, and in capitals where the mapping says so. */
  private static String canonical(Mapping mapping, String key) {
    Field field = mapping.field(mapping.key());
    String canonical = mapping.keyOf(Conversion.typed(mapping, field, key).values());
    return canonical == null ? key : canonical;
  }

  private static IllegalArgumentException unknown(String what, String name, String hint) {
    return new IllegalArgumentException("There is no %s \"%s\". %s".formatted(what, name, hint));
  }

  private static Reasons.Copy copy(Past past, Replica replica) {
    boolean known = replica.id() != null;
    return new Reasons.Copy(
        replica.system(),
        known ? replica.id().location() : null,
        known ? replica.id().id() : null,
        standing(past.due().getOrDefault(replica.system(), Past.Standing.IN_STEP), replica));
  }

  private static String standing(Past.Standing due, Replica replica) {
    if (replica.state() == Replica.State.GONE) {
      return "was deleted there";
    }
    if (replica.trouble().fate().rests() && due.isDue()) {
      return "was given up, see hub dlq list: " + replica.trouble().reason().message();
    }
    if (replica.trouble().reason() != null && due.isDue()) {
      return "failed %d times, and is tried again: %s"
          .formatted(replica.trouble().failures(), replica.trouble().reason().message());
    }
    if (due.isDue()) {
      return "differs, and is due a write";
    }
    return due.waitsFor() == null ? "is in step" : "waits: " + due.waitsFor();
  }
}
