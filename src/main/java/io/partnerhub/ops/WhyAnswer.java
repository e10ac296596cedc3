package io.partnerhub.ops;

import io.partnerhub.ledger.Reasons;
import io.partnerhub.ops.jmx.Described;
import java.time.Instant;
import java.util.List;

/** Why a record is as it is; travels over JMX. */
@Described("Why the fields of a record have their values.")
public record WhyAnswer(
    @Described("Record type.") String type,
    @Described("The record's business key; null while it is empty.") String key,
    @Described("The hub's own number of the record.") long record,
    @Described("Where the copy in each system stands.") List<Copy> copies,
    @Described("Each field with its value and where that came from.") List<OfField> fields,
    @Described("What happened to each field, its source first.") List<Step> steps) {

  /** One system's copy. */
  @Described("The copy of the record in one system.")
  public record Copy(
      @Described("System.") String system,
      @Described("Where it is: an object, a sheet, a resource.") String location,
      @Described("Its id there; null while there is none.") String nativeId,
      @Described("How it stands.") String sentence) {}

  /** One field. */
  @Described("A field of the record; with an empty name, the record as a whole.")
  public record OfField(
      @Described("Name of the field.") String field,
      @Described("The agreed value; null for empty.") String value,
      @Described("Whether it waits for somebody's choice.") boolean held,
      @Described("The system that the value came from; null when nobody set it.") String system,
      @Described("When the hub read it there; null when its entry is no longer kept.")
          Instant readAt,
      @Described("When that system says the copy was saved; null when it does not tell.")
          Instant savedAt,
      @Described("Version of the copy or its place there; null when none is counted.")
          String version,
      @Described("Who had saved the copy last; null when the system does not tell.") String by,
      @Described("The rule that accepted the value.") String rule) {

    private static OfField of(Reasons.OfField field) {
      Reasons.Source source = field.source();
      return source == null
          ? new OfField(
              field.field(), field.value(), field.held(), null, null, null, null, null, null)
          : new OfField(
              field.field(),
              field.value(),
              field.held(),
              source.system().value(),
              source.readAt(),
              source.savedAt(),
              source.version(),
              source.by(),
              source.rule());
    }
  }

  /** Something that happened. */
  @Described("Something that happened to a field.")
  public record Step(
      @Described("Name of the field; empty for the record as a whole.") String field,
      @Described("SOURCE, WRITE or ON_THE_WAY.") String kind,
      @Described("When; null for how it is now.") Instant at,
      @Described("The system that it concerns.") String system,
      @Described("The value it is about; null for empty.") String value,
      @Described("Number of the write; 0 for anything else.") long attempt,
      @Described("What happened.") String sentence) {

    private static Step of(String field, Reasons.Step step) {
      return new Step(
          field,
          step.kind().name(),
          step.at(),
          step.system().value(),
          step.value(),
          step.attempt(),
          step.sentence());
    }
  }

  static WhyAnswer of(Reasons reasons) {
    return new WhyAnswer(
        reasons.type(),
        reasons.key(),
        reasons.record(),
        reasons.copies().stream()
            .map(c -> new Copy(c.system().value(), c.location(), c.nativeId(), c.sentence()))
            .toList(),
        reasons.fields().stream().map(OfField::of).toList(),
        reasons.fields().stream()
            .flatMap(f -> f.steps().stream().map(s -> Step.of(f.field(), s)))
            .toList());
  }
}
