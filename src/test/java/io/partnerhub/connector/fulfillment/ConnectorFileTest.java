package io.partnerhub.connector.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.mapping.MappingFaults;
import io.partnerhub.sandbox.fulfillment.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectorFileTest {

  @TempDir private Path directory;

  @Test
  void every_fault_is_reported_at_once_with_its_line() throws IOException {
    List<String> faults =
        faults(
            """
            tokn: /oauth/token
            errors: {code: code}
            resources:
              orders:
                record: {id: /id}
                changes: {path: orders, items: /items, page: {query: page}, keep: everything}
                byId: {path: "/orders/{number}"}
                byKey: {path: /orders, query: numbers, items: /items}
                create: {method: GET, path: /orders}
                update: {method: PUT, path: /orders}
                fields:
                  status: {type: choice}
                  lines: {type: integer}
            """);

    assertThat(faults)
        .containsExactly(
            "1: The connector has no setting \"tokn\". Did you mean \"token\"?",
            "2: errors.code is \"code\". Write it in the form: /items",
            "6: resources.orders.changes.keep is \"everything\"."
                + " Write one of: cursor, changed, nothing",
            "6: resources.orders.changes.path is \"orders\". Write it in the form: /orders",
            "7: There is no placeholder {number}. Known are: {id}, {key}, {version}, {values}",
            "9: resources.orders.create.method is \"GET\"."
                + " Write one of: POST, PUT, PATCH, DELETE",
            "10: This path names no record. Put {id} where the record's id goes",
            "12: resources.orders.fields.status has no \"options\"."
                + " Add it: the schema beside the mapping files says what it means",
            "13: resources.orders.fields.lines.type is \"integer\". Write one of: text, choice,"
                + " choices, number, decimal, boolean, date, datetime");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          page: {query: cursor, next: /next, more: /more} | page: {query: page} | A page number is no cursor that lasts
          keep: cursor                                    | keep: changed | "since"
          path: /orders, query: ids, most: 200, items: /items | path: /orders | This names no record
          query: ids, most: 200, items: /items            | query: ids, most: 200 | "items"
          value: "{values}"                               | value: "{id}" | This carries no values
          "{id}.{timestamp}.{body}"                       | "{id}.{timestamp}" | The body is not signed
          "{id}.{timestamp}.{body}"                       | "{id}.{body}" | The time of the call is not signed
          "{id}.{timestamp}.{body}"                       | "{timestamp}.{body}" | The id of the delivery is not signed
          carrier: {type: text                            | carrier: {at: /notes, type: text | are both at /notes
          """)
  void parts_that_do_not_go_together_are_reported(String part, String instead, String fault)
      throws IOException {
    String shipped = Files.readString(Depot.SHIPPED);
    assertThat(shipped).contains(part);

    assertThat(faults(shipped.replace(part, instead))).anyMatch(f -> f.contains(fault));
  }

  @Test
  void the_shipped_file_declares_the_fields_of_the_contract() {
    JsonNode schemas = Contract.read().document().at("/components/schemas");
    Definition shipped = Definition.read(Depot.SHIPPED);

    shipped
        .resources()
        .forEach(
            (name, resource) -> {
              String schema =
                  name.substring(0, 1).toUpperCase(Locale.ROOT)
                      + name.substring(1, name.length() - 1);
              for (FieldForm field : resource.fields().values()) {
                JsonNode declared = declared(schemas, schema + "Fields", field);
                assertThat(declared.isMissingNode()).as(name + "." + field.name()).isFalse();
                if (field.max() != null && declared.has("maxLength")) {
                  assertThat(field.max()).isEqualTo(declared.get("maxLength").asInt());
                }
                if (field.options() != null) {
                  assertThat(declared.get("enum"))
                      .extracting(JsonNode::asText)
                      .containsExactlyElementsOf(field.options());
                }
              }
              assertThat(schemas.path(schema + "Create").path("required"))
                  .extracting(JsonNode::asText)
                  .containsExactlyInAnyOrderElementsOf(
                      resource.fields().values().stream()
                          .filter(FieldForm::required)
                          .map(FieldForm::name)
                          .toList());
            });
  }

  private static JsonNode declared(JsonNode schemas, String schema, FieldForm field) {
    JsonNode place = schemas.path(schema);
    for (String part : field.at().toString().substring(1).split("/")) {
      place = place.path("properties").path(part);
      if (place.has("$ref")) {
        place = schemas.path(place.get("$ref").asText().replaceFirst(".*/", ""));
      }
    }
    return place;
  }

  private List<String> faults(String yaml) throws IOException {
    Path file = Files.writeString(directory.resolve("test.connector.yaml"), yaml);
    MappingFaults faults = catchThrowableOfType(MappingFaults.class, () -> Definition.read(file));
    assertThat(faults).isNotNull();
    String prefix = file.toString().replace('\\', '/') + ":";
    return faults.faults().stream().map(f -> f.toString().replace(prefix, "")).toList();
  }
}
