package io.partnerhub.sandbox.demo.show;

import io.partnerhub.cli.Table;
import java.io.PrintWriter;
import java.util.List;

/** What the person at the terminal sees. */
public final class Screen {

  private static final String TERMINAL = "hub.terminal";
  private static final String MARGIN = "  ";
  private static final int MOST_PLAIN_LINES = 60;

  private final PrintWriter out;
  private final boolean terminal;
  private final boolean coloured;
  private String live = "";
  private int plainLines;
  private boolean muted;

  /**
   * @param terminal lines may be overwritten
   * @param coloured and coloured
   */
  public Screen(PrintWriter out, boolean terminal, boolean coloured) {
    this.out = out;
    this.terminal = terminal;
    this.coloured = coloured;
  }

  /**
   * The launcher says whether standard output is a terminal; NO_COLOR, whether colours are not
   * wanted.
   */
  public static Screen on(PrintWriter out) {
    boolean terminal = Boolean.getBoolean(TERMINAL);
    boolean wanted = System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
    return new Screen(out, terminal, terminal && wanted);
  }

  public synchronized void title(String text) {
    line("");
    print(bold(text));
  }

  /** An indented line; what was live is replaced by it. */
  public synchronized void line(String text) {
    print(text.isEmpty() ? "" : MARGIN + text);
  }

  /** A line that stands back, such as the head of a list. */
  public synchronized void dim(String text) {
    line(faint(text));
  }

  public synchronized void table(Table table) {
    List<String> lines = table.lines();
    dim(lines.get(0));
    lines.subList(1, lines.size()).forEach(this::line);
  }

  public synchronized void check(boolean held, String text) {
    line(mark(held) + " " + text);
  }

  /** A line that the next one overwrites; where it cannot, it is printed whenever it changes. */
  public synchronized void live(String text) {
    if (muted || text.equals(live)) {
      return;
    }
    live = text;
    if (terminal) {
      // One that wrapped could not be overwritten: what is too long for the terminal is cut.
      out.print("\r\033[2K\033[?7l" + MARGIN + faint(text) + "\033[?7h");
      out.flush();
    } else if (plainLines++ < MOST_PLAIN_LINES) {
      out.println(MARGIN + text);
      out.flush();
    }
  }

  /** Shows nothing more. */
  public synchronized void mute() {
    muted = true;
  }

  /** What is being waited for; shown where the next line can overwrite it. */
  public synchronized void pending(String text) {
    if (terminal) {
      live("· " + text);
    }
  }

  private String mark(boolean held) {
    if (!coloured) {
      return held ? "✓" : "✗";
    }
    return held ? "\033[32m✓\033[0m" : "\033[31m✗\033[0m";
  }

  private void print(String text) {
    if (muted) {
      return;
    }
    if (terminal && !live.isEmpty()) {
      out.print("\r\033[2K");
    }
    live = "";
    out.println(text);
    out.flush();
  }

  private String bold(String text) {
    return coloured ? "\033[1m" + text + "\033[0m" : text;
  }

  private String faint(String text) {
    return coloured ? "\033[2m" + text + "\033[0m" : text;
  }
}
