package io.partnerhub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sheet is chosen by must be a value that its field may hold. */
class SheetFaultsTest {

  @TempDir private Path directory;

  @Test
  void a_sheet_is_chosen_by_a_value_as_its_field_holds_it() {
    assertThat(faults("{yes: one, no: two}", "kind: boolean"))
        .containsExactly(
            "4: f never holds \"no\". Write false", "4: f never holds \"yes\". Write true");
    assertThat(faults("{emea: one, APAC: two}", "kind: text, upperCase: true"))
        .containsExactly("4: f never holds \"emea\". Write EMEA");
    assertThat(faults("{true: one, false: two}", "kind: boolean")).isEmpty();
  }

  @Test
  void a_sheet_is_not_chosen_by_a_set_of_choices() {
    assertThat(faults("{A: one, B: two}", "kind: multi-picklist, choices: [A, B]"))
        .containsExactly(
            "4: sheetBy names the field f, which may hold several choices at once. "
                + "Choose sheets by a field with one value, such as a picklist");
  }

  private List<String> faults(String sheets, String field) {
    return new MappingTexts(directory)
        .faultsOf(
            """
            type: thing
            key: code
            systems:
              smartsheet: {sheetBy: f, sheets: %s, onDelete: ignore}
            fields:
              code: {kind: text, required: true, shared: hold, smartsheet: Code}
              f: {%s, shared: hold, smartsheet: F}
            """
                .formatted(sheets, field),
            Map.of("thing.one", "1", "thing.two", "2"));
  }
}
