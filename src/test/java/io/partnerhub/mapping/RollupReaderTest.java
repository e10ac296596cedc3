package io.partnerhub.mapping;

import static io.partnerhub.mapping.MappingTexts.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.model.RecordType;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollupReaderTest {

  private static final RecordType ORDER = new RecordType("order");

  @TempDir private Path directory;

  @Test
  void a_count_with_conditions() {
    assertThat(
            rollup("number", "{count: order, where: {status: [Ready, ' Shipped '], paid: true}}"))
        .isEqualTo(
            new Rollup(
                ORDER,
                null,
                new Rollup.Count(),
                List.of(
                    new Rollup.Condition("status", Set.of("Ready", "Shipped"), null),
                    new Rollup.Condition("paid", Set.of("true"), null))));
  }

  @Test
  void measures_of_the_children_alone() {
    assertThat(rollup("boolean", "{any: order}").measure()).isEqualTo(new Rollup.Any());
    assertThat(rollup("boolean", "{all: order, where: {status: Ready}}").measure())
        .isEqualTo(new Rollup.All());
  }

  @Test
  void measures_of_a_field() {
    assertThat(rollup("number", "{sum: order.total}").measure()).isEqualTo(new Rollup.Sum("total"));
    assertThat(rollup("date", "{min: order.day}").measure()).isEqualTo(new Rollup.Min("day"));
    assertThat(rollup("date", "{max: order.day}").measure()).isEqualTo(new Rollup.Max("day"));
    assertThat(rollup("text", "{latest: order.carrier, by: day}").measure())
        .isEqualTo(new Rollup.Latest("carrier", "day"));
  }

  @Test
  void the_reference_and_emptiness() {
    assertThat(
            rollup(
                "number",
                "{count: order, via: seller, where: {due: {empty: false}, end: {empty: true}}}"))
        .isEqualTo(
            new Rollup(
                ORDER,
                "seller",
                new Rollup.Count(),
                List.of(
                    new Rollup.Condition("due", null, false),
                    new Rollup.Condition("end", null, true))));
  }

  @Test
  void cases_in_their_order_the_last_without_conditions() {
    String cases =
        "{choose: [{value: Complete, all: order, where: {status: Done}},"
            + " {value: Partial, any: order, where: {status: [Done, Sent]}}, {value: None}],"
            + " where: {kind: Unit}}";

    assertThat(rollup("text", cases))
        .isEqualTo(
            new Rollup(
                ORDER,
                null,
                new Rollup.Choose(
                    List.of(
                        new Rollup.Case(
                            "Complete",
                            true,
                            List.of(new Rollup.Condition("status", Set.of("Done"), null))),
                        new Rollup.Case(
                            "Partial",
                            false,
                            List.of(new Rollup.Condition("status", Set.of("Done", "Sent"), null))),
                        new Rollup.Case("None", false, null))),
                List.of(new Rollup.Condition("kind", Set.of("Unit"), null))));
  }

  @Test
  void the_rule_reads_well_in_the_ledger() {
    assertThat(new FieldRule.Derived(rollup("boolean", "{any: order}")).inWords())
        .isEqualTo("derived from order");
  }

  private Rollup rollup(String kind, String form) {
    String field = "f: {kind: " + kind + ", derived: " + form + ", salesforce: F}";
    FieldRule rule = new MappingTexts(directory).field(type("thing", field), "f").rule();
    return ((FieldRule.Derived) rule).rollup();
  }
}
