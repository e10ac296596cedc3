package io.partnerhub.connector.smartsheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Objections;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Write;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a sheet's description says against a write, and what the sheet then says to the write. */
class ObjectionsHoldTest {

  private final Tracker tracker = new Tracker();
  private final SmartsheetConnector connector = tracker.connector();

  @AfterEach
  void stop() {
    tracker.close();
  }

  /** A column as it was when the write was refused, and as it was when that was mended. */
  static Stream<Arguments> columns() {
    return Stream.of(
        Arguments.of(
            "Status",
            Map.of("status", "Paused"),
            Map.of("type", "PICKLIST", "options", List.of("Active")),
            Map.of("type", "PICKLIST", "options", List.of("Active", "Paused"))),
        Arguments.of(
            "Programmes",
            Map.of("programmes", "Affiliate;Reseller"),
            Map.of("type", "MULTI_PICKLIST", "options", List.of("Affiliate"), "validation", true),
            Map.of(
                "type",
                "MULTI_PICKLIST",
                "options",
                List.of("Affiliate", "Reseller"),
                "validation",
                true)),
        Arguments.of(
            "Phone", Map.of("phone", "+49301234"), Map.of("locked", true), Map.of("locked", false)),
        Arguments.of(
            "Onboarded on",
            Map.of("onboardedOn", "2026-03-01"),
            Map.of("type", "PICKLIST", "options", List.of("soon")),
            Map.of("type", "DATE")));
  }

  @ParameterizedTest
  @MethodSource("columns")
  void a_write_is_refused_while_the_description_objects_and_taken_when_it_does_no_more(
      String column,
      Map<String, String> values,
      Map<String, Object> wrong,
      Map<String, Object> right) {
    long row = tracker.seed(tracker.europe, 1, 1).get(0);
    Mapping mapping = tracker.inOneSheet(tracker.europe);
    Write write = Tracker.update(tracker.europe, row, values);

    tracker.desk().changeColumn(tracker.europe, column, wrong, Tracker.ANN);
    Outcome refused = fresh().write(mapping, List.of(write)).outcomes().get(0);
    assertThat(objections(mapping, write)).hasSize(1);
    assertThat(refused).isInstanceOf(Outcome.Failed.class);
    assertThat(connector.describes(((Outcome.Failed) refused).reason())).isTrue();

    tracker.desk().changeColumn(tracker.europe, column, right, Tracker.ANN);
    assertThat(objections(mapping, write)).isEmpty();
    assertThat(fresh().write(mapping, List.of(write)).outcomes().get(0))
        .isInstanceOf(Outcome.Written.class);
  }

  /** One that knows no layout yet. */
  private SmartsheetConnector fresh() {
    return tracker.connector();
  }

  private List<String> objections(Mapping mapping, Write write) {
    return Objections.against(
        mapping, connector.metadata(mapping).get(0), false, write.fields(), write.values());
  }
}
