package io.partnerhub.sandbox.demo.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ScreenTest {

  private final StringWriter shown = new StringWriter();

  @Test
  void without_a_terminal_every_line_stays_and_none_is_coloured() {
    Screen screen = new Screen(new PrintWriter(shown), false);

    screen.live("1 of 2");
    screen.live("1 of 2");
    screen.live("2 of 2");
    screen.pending("waiting");
    screen.check(true, "done");

    assertThat(shown.toString().lines()).containsExactly("  1 of 2", "  2 of 2", "  ✓ done");
  }

  @Test
  void on_a_terminal_the_next_line_overwrites_a_live_one() {
    Screen screen = new Screen(new PrintWriter(shown), true);

    screen.live("1 of 2");
    screen.line("done");

    assertThat(shown.toString()).endsWith("\r\033[2K  done" + System.lineSeparator());
  }

  @Test
  void a_muted_screen_shows_nothing_more() {
    Screen screen = new Screen(new PrintWriter(shown), false);

    screen.mute();
    screen.line("late");
    screen.live("later");

    assertThat(shown.toString()).isEmpty();
  }
}
