package io.partnerhub.mapping;

import io.partnerhub.model.SystemName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A derived field with all that it takes to work it out.
 *
 * @param children the mapping of the records that it follows from
 * @param reference their field that names the record
 */
public record Derivation(Field field, Rollup rollup, Mapping children, Field reference) {

  /** The systems in which a deletion of a child is a deletion everywhere. */
  public List<SystemName> propagating() {
    return children.sides().values().stream()
        .filter(side -> side.onDelete() instanceof DeleteRule.Propagate)
        .map(Side::system)
        .sorted()
        .toList();
  }

  /** All that decides what the field comes to, as one text: another text is another roll-up. */
  public String form() {
    String looksAt =
        rollup.fields().stream()
            .map(name -> name + " " + children.field(name).kind())
            .collect(Collectors.joining(", "));
    return "%s %s %d = %s by %s of %s; without %s"
        .formatted(
            field.name(),
            field.kind(),
            field.scale(),
            rollup,
            reference.name(),
            looksAt,
            propagating());
  }
}
