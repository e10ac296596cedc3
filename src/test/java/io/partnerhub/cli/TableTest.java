package io.partnerhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void texts_stand_left_and_numbers_right() {
    Table table = new Table().row("system", "held").row("Salesforce", 3).row("Smartsheet", 1_204);

    assertThat(table.lines())
        .containsExactly("system       held", "Salesforce      3", "Smartsheet  1,204");
  }

  @Test
  void a_cell_stays_on_its_line_and_commands_no_terminal() {
    Table table = new Table().row("key", "why").row("A\u001b[2J\nB", "x").row("A", "\u202ex");

    assertThat(table.lines())
        .containsExactly("key          why", "A\\x1b[2J\\nB  x", "A            \\u202ex");
  }
}
