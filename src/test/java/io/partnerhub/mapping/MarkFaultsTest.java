package io.partnerhub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a deletion marks must be a value that its field may hold, and keeps. */
class MarkFaultsTest {

  @TempDir private Path directory;
  private MappingTexts texts;

  @BeforeEach
  void in_a_directory() {
    texts = new MappingTexts(directory);
  }

  @Test
  void a_mark_is_a_value_of_its_fields_kind() {
    assertThat(faults("gone: removed", "gone: {kind: boolean, shared: hold, %s}"))
        .containsExactly(
            "4: gone never holds \"removed\". "
                + "\"removed\" is neither yes nor no; write true or false");
    assertThat(faults("day: today", "day: {kind: date, shared: hold, %s}"))
        .containsExactly(
            "4: day never holds \"today\". "
                + "\"today\" is no date; write it as year-month-day: 2026-02-28");
    assertThat(faults("units: '1,000'", "units: {kind: number, shared: hold, %s}"))
        .containsExactly(
            "4: units never holds \"1,000\". \"1,000\" may mean thousands or decimals; "
                + "write it without a separator for thousands");
    assertThat(faults("gone: yes", "gone: {kind: boolean, shared: hold, %s}"))
        .containsExactly("4: gone never holds \"yes\". Write true");
  }

  @Test
  void a_mark_is_neither_blank_nor_longer_than_its_field() {
    assertThat(faults("note: ' '", "note: {kind: text, shared: hold, %s}"))
        .containsExactly("4: note never holds \" \". Write a value: this one is blank");
    assertThat(faults("note: deleted", "note: {kind: text, max: 4, shared: hold, %s}"))
        .containsExactly("4: note never holds \"deleted\". 7 characters, at most 4 allowed");
  }

  @Test
  void a_mark_that_its_field_holds_is_no_fault() {
    assertThat(faults("gone: true", "gone: {kind: boolean, shared: hold, %s}")).isEmpty();
    assertThat(faults("left: 0", "left: {kind: number, shared: hold, %s}")).isEmpty();
    assertThat(faults("note: deleted", "note: {kind: text, shared: hold, %s}")).isEmpty();
  }

  @Test
  void a_mark_in_a_field_with_faults_of_its_own_stops_no_other_check() {
    assertThat(faults("note: x", "note: {kind: txt, shared: hold, %s}"))
        .singleElement()
        .asString()
        .startsWith("7: fields.note.kind is \"txt\". ");
    assertThat(faults("left: 1", "left: {kind: number, scale: -999999999, shared: hold, %s}"))
        .singleElement()
        .asString()
        .startsWith("7: fields.left.scale is wrong. ");
  }

  @Test
  void a_mark_is_not_what_the_hub_says_itself() {
    assertThat(faults("said: gone", "said: {kind: text, sync: message, %s}"))
        .containsExactly(
            "4: The mark said says what stands in a record's way: it would not last. "
                + "Mark a field with another rule");
  }

  @Test
  void a_mark_is_not_the_key() {
    assertThat(faults("code: GONE", "note: {kind: text, shared: hold, %s}"))
        .containsExactly(
            "4: The mark code is the key: every deleted record would get the same one. "
                + "Mark another field, such as a status");
  }

  @Test
  void transitions_lead_to_a_mark() {
    String status =
        "s: {kind: picklist, shared: advance, choices: [New, Old, Gone],"
            + " transitions: [New -> Old, %s], %%s}";

    assertThat(faults("s: Gone", status.formatted("Gone -> New")))
        .containsExactly(
            "4: No transition leads to \"Gone\": no deletion would set it. "
                + "Add the transitions to it, or mark with a value that others lead to");
    assertThat(faults("s: Gone", status.formatted("Old -> Gone"))).isEmpty();
  }

  private List<String> faults(String mark, String field) {
    return texts.faultsOf(
        """
        type: thing
        key: code
        systems:
          salesforce: {object: Thing__c, onDelete: {mark: {%s}}}
          fulfillment: {resource: things, onDelete: ignore}
        fields: {code: {kind: text, required: true, shared: hold, salesforce: C, fulfillment: c},
          %s}
        """
            .formatted(mark, field.formatted("salesforce: F, fulfillment: f")));
  }
}
