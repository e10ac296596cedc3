package io.partnerhub.ops;

import io.partnerhub.ledger.Why;
import io.partnerhub.mapping.MappingSet;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.ops.jmx.Caller;
import io.partnerhub.ops.jmx.Described;
import io.partnerhub.ops.jmx.Exposed;
import io.partnerhub.sync.ChoiceRefused;
import io.partnerhub.sync.Chooser;
import io.partnerhub.sync.Decision;
import io.partnerhub.sync.held.Choice;
import io.partnerhub.sync.held.Held;
import io.partnerhub.sync.store.Stop;
import java.util.ArrayList;
import java.util.List;

/** {@code io.partnerhub:type=Held}: what waits for a person, and what people decide about it. */
@Described(
    "What waits for a person: list it, look at it, decide it. Decisions are in the ledger with"
        + " the caller's name.")
public final class HeldMBean {

  /** The MBean's type in its name. */
  public static final String TYPE = "Held";

  private static final int MOST = 1_000;
  private static final String OWN_VALUE = "=";

  private final Held held;
  private final Why why;
  private final MappingSet mappings;

  public HeldMBean(Held held, Why why, MappingSet mappings) {
    this.held = held;
    this.why = why;
    this.mappings = mappings;
  }

  @Exposed(Exposed.As.QUESTION)
  @Described("What waits, at most 1,000 of each kind and type: stops, keys, fields, copies.")
  public List<HeldItem> list(@Described("A record type; empty for all.") String type) {
    List<HeldItem> items = new ArrayList<>();
    for (RecordType each : types(type)) {
      held.stops(each).forEach(stop -> items.add(HeldItem.of(stop)));
      held.keys(each, MOST).forEach(key -> items.add(HeldItem.of(key)));
      held.fields(each, 0, MOST).forEach(field -> items.add(HeldItem.of(field)));
      held.copies(each, MOST).forEach(copy -> items.add(HeldItem.of(copy)));
    }
    return items;
  }

  @Exposed(Exposed.As.QUESTION)
  @Described("The held fields of one record; empty when none is held.")
  public List<HeldItem> show(
      @Described("Record type, such as partner.") String type,
      @Described("The record's business key; or # and its number in the hub.") String key) {
    why.require(type, key, null);
    return Refusals.told(() -> held.show(new RecordType(type), key)).stream()
        .map(HeldItem::of)
        .toList();
  }

  @Exposed(Exposed.As.ACTION)
  @Described("Settles a held field; copies that show another value are written next.")
  public String choose(
      @Described("Record type, such as partner.") String type,
      @Described("The record's business key; or # and its number in the hub.") String key,
      @Described("The held field.") String field,
      @Described(
              "agreed to keep the agreed value; a system's name for what its users want; or = and"
                  + " a value of your own, such as =Active, with nothing behind it for empty.")
          String choice,
      @Described("Why; it is kept in the ledger.") String reason) {
    return Refusals.told(
        () -> {
          Chooser by = new Chooser(Caller.name(), reason);
          Choice chosen = choice(choice);
          why.require(type, key, field);
          Decision decision = held.choose(new RecordType(type), key, field, chosen, by);
          return "%s of %s %s is %s now, %s"
              .formatted(
                  field,
                  type,
                  key,
                  decision.is() == null ? "empty" : "\"" + decision.is() + "\"",
                  decision.because());
        });
  }

  @Exposed(Exposed.As.ACTION)
  @Described("Ends a stop of the guard on mass change.")
  public String decide(
      @Described("Record type, such as partner.") String type,
      @Described("The system in which too much changed.") String system,
      @Described("The object or sheet, as the list tells it; empty for every one of the system.")
          String location,
      @Described("apply: what people did there counts. put-back: it does not.") String verdict,
      @Described("Why; it is kept in the ledger.") String reason) {
    return Refusals.told(
        () -> {
          why.requireType(type);
          int copies =
              held.decide(
                  new RecordType(type),
                  new SystemName(system),
                  location == null || location.isBlank() ? null : location,
                  verdict(verdict),
                  new Chooser(Caller.name(), reason));
          return "Decided for %d copies; what follows comes with the next reads.".formatted(copies);
        });
  }

  private List<RecordType> types(String type) {
    if (type == null || type.isBlank()) {
      return mappings.mappings().stream().map(m -> m.type()).toList();
    }
    why.requireType(type);
    return List.of(new RecordType(type));
  }

  private static Choice choice(String text) {
    if (text == null || text.isBlank()) {
      throw new ChoiceRefused("Choose agreed, a system, or = and a value");
    }
    if (text.startsWith(OWN_VALUE)) {
      return new Choice.Value(text.substring(OWN_VALUE.length()));
    }
    return text.equals("agreed") ? new Choice.Agreed() : new Choice.Candidate(new SystemName(text));
  }

  private static Stop.Verdict verdict(String text) {
    return switch (String.valueOf(text)) {
      case "apply" -> Stop.Verdict.APPLY;
      case "put-back" -> Stop.Verdict.PUT_BACK;
      default -> throw new ChoiceRefused("Decide apply or put-back");
    };
  }
}
