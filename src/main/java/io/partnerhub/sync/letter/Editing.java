package io.partnerhub.sync.letter;

import io.partnerhub.mapping.Conversion;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.FieldRule;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.NearestName;
import io.partnerhub.mapping.Reading;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.AgreedRecord;
import io.partnerhub.sync.ChoiceRefused;
import io.partnerhub.sync.Chooser;
import io.partnerhub.sync.Decision;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.Origin;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.merge.Endings;
import io.partnerhub.sync.merge.Merged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An admin's edit of a record's agreed values. Pure. */
final class Editing {

  private final Mapping mapping;
  private final Dossier dossier;
  private final Chooser by;
  private final Instant now;
  private final long tick;

  Editing(Mapping mapping, Dossier dossier, Chooser by, Instant now, long tick) {
    this.mapping = mapping;
    this.dossier = dossier;
    this.by = by;
    this.now = now;
    this.tick = tick;
  }

  Merged edit(FieldEdits edits) {
    if (new Endings(mapping, dossier).isEnded()) {
      throw new ChoiceRefused("The record has ended: it was deleted, and nothing of it is edited");
    }
    edits.expected().forEach(this::expect);
    AgreedRecord record = dossier.record();
    List<Decision> decisions = new ArrayList<>();
    for (Map.Entry<String, String> entry : edits.values().entrySet()) {
      Field field = editable(entry.getKey());
      String was = record.agreed().get(field.name());
      String value = value(field, entry.getValue());
      if (!Objects.equals(was, value)) {
        String because = "chosen " + by.inWords();
        record =
            record.accept(field.name(), value, new Origin(SystemName.HUB, tick, because, now, now));
        decisions.add(new Decision(Decision.Verdict.CHOSEN, field.name(), was, value, because));
      }
    }
    if (decisions.isEmpty()) {
      throw new ChoiceRefused("The edit changes nothing: the record has these values already");
    }
    Dossier edited = dossier.with(record);
    for (Replica replica : dossier.replicas().values()) {
      Replica calm = replica;
      for (Decision decision : decisions) {
        calm = calm.notRewritten(decision.field());
      }
      edited = edited.with(calm);
    }
    return new Merged(edited, decisions);
  }

  private void expect(String name, String expected) {
    String value = read(known(name), expected);
    String is = dossier.record().agreed().get(name);
    if (!Objects.equals(value, is)) {
      throw new ChoiceRefused(
          "%s is %s, and not %s as the patch tests".formatted(name, shown(is), shown(value)));
    }
  }

  private static String shown(String value) {
    return value == null ? "empty" : '"' + value + '"';
  }

  private Field known(String name) {
    List<String> names = mapping.fields().stream().map(Field::name).toList();
    if (!names.contains(name)) {
      throw new ChoiceRefused(
          "There is no field %s of the type %s. %s"
              .formatted(name, mapping.type(), NearestName.hint(name, names)));
    }
    return mapping.field(name);
  }

  private Field editable(String name) {
    Field field = known(name);
    if (field.isDerived()) {
      throw new ChoiceRefused(
          name + " is worked out by the hub: edit the records that it is worked out from");
    }
    if (field.rule() instanceof FieldRule.Owner owner) {
      throw new ChoiceRefused(
          "%s is decided in %s alone: edit it there, and the letter goes by itself"
              .formatted(name, owner.system()));
    }
    if (dossier.record().held().containsKey(name)) {
      throw new ChoiceRefused(name + " is held: settle it with hub held choose");
    }
    return field;
  }

  private String value(Field field, String text) {
    String value = read(field, text);
    if (value == null && (field.required() || field.name().equals(mapping.key()))) {
      throw new ChoiceRefused(field.name() + " must not be empty");
    }
    return value;
  }

  private String read(Field field, String text) {
    Reading reading = Conversion.typed(mapping, field, text == null ? "" : text);
    String why = reading.unreadable().get(field.name());
    if (why != null) {
      throw new ChoiceRefused(field.name() + ": " + why);
    }
    return reading.values().get(field.name());
  }
}
