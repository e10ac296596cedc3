package io.partnerhub.sandbox.demo.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ScreenTest {

  private final StringWriter shown = new StringWriter();

  @Test
  void without_a_terminal_every_line_stays_and_none_is_coloured() {
    Screen screen = new Screen(new PrintWriter(shown), false, false);

    screen.live("1 of 2");
    screen.live("1 of 2");
    screen.live("2 of 2");
    screen.pending("waiting");
    screen.check(true, "done");

    assertThat(shown.toString().lines()).containsExactly("  1 of 2", "  2 of 2", "  ✓ done");
  }

  @Test
  void on_a_terminal_the_next_line_overwrites_a_live_one() {
    Screen screen = new Screen(new PrintWriter(shown), true, true);

    screen.live("1 of 2");
    screen.line("done");

    assertThat(shown.toString()).endsWith("\r\033[2K  done" + System.lineSeparator());
  }

  @Test
  void a_live_line_is_cut_by_a_narrow_terminal_and_does_not_wrap() {
    Screen screen = new Screen(new PrintWriter(shown), true, false);

    screen.live("1 of 2");

    assertThat(shown.toString()).isEqualTo("\r\033[2K\033[?7l  1 of 2\033[?7h");
  }

  @Test
  void colours_that_are_not_wanted_are_not_there() {
    Screen screen = new Screen(new PrintWriter(shown), true, false);

    screen.title("title");
    screen.dim("head");
    screen.check(false, "no");

    assertThat(shown.toString()).doesNotContain("\033");
  }

  @Test
  void a_muted_screen_shows_nothing_more() {
    Screen screen = new Screen(new PrintWriter(shown), false, false);

    screen.mute();
    screen.line("late");
    screen.live("later");

    assertThat(shown.toString()).isEmpty();
  }
}
