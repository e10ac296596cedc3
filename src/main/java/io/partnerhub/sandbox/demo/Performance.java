package io.partnerhub.sandbox.demo;

import io.partnerhub.cli.ExitCode;
import io.partnerhub.sandbox.SandboxCommand;
import io.partnerhub.sandbox.Simulators;
import io.partnerhub.sandbox.demo.data.Morning;
import io.partnerhub.sandbox.demo.data.TypedTracker;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The four parts of the demonstration, one after the other. */
final class Performance {

  private static final int QUIET_CYCLES = 2;

  private final SandboxCommand.Options options;
  private final Stage stage;
  private final Screen screen;
  private final Checks checks;
  private final Report report;

  Performance(SandboxCommand.Options options, Stage stage, Screen screen) {
    this.options = options;
    this.stage = stage;
    this.screen = screen;
    this.checks = new Checks(screen);
    this.report = new Report(options.seed(), options.poll().toMillis());
  }

  ExitCode play() throws IOException, InterruptedException {
    writeReport();
    Morning morning = Morning.of(LocalDate.now(), options.seed());
    List<Map<String, Object>> accounts = morning.accounts();
    TypedTracker typed = morning.partners();
    Greeting greeting = new Greeting(stage, screen);
    greeting.welcome();
    stage.open(options, accounts, typed.rows());
    greeting.addresses(accounts.size(), typed.rows().size());
    Traffic traffic = Traffic.from(simulators());
    stage.start();
    if (firstSync(new FirstSync(stage.systems(), typed, accounts.size(), screen))) {
      Map<String, Long> written = written();
      Map<String, Calls> first = callsOf(traffic);
      Day day = new Day(stage.systems(), stage.hub().figures(), screen, checks, options.seed());
      report.edits(day.play());
      proveQuiet();
      calls(new CallReport(first, written, callsOf(traffic)));
    }
    return end();
  }

  private boolean firstSync(FirstSync first) throws InterruptedException {
    screen.title("The first sync");
    OptionalLong millis = first.watch();
    Comparison now = Comparison.of(stage.systems());
    checks.check(
        millis.isPresent(),
        "%d partners say the same on both sides, field by field".formatted(now.inStep().size())
            + (millis.isPresent() ? ", after %.1f s".formatted(millis.getAsLong() / 1e3) : ""),
        first.faults(now));
    millis.ifPresent(time -> report.put("firstSyncMillis", time));
    Traffic.from(simulators()).waitForPolls(1);
    standings();
    stage.hub().availabilities().stream()
        .filter(system -> system.fault().isPresent())
        .forEach(system -> screen.line(system.system() + ": " + system.fault().get()));
    return millis.isPresent();
  }

  private void standings() {
    Standings standings = new Standings(stage.systems(), stage.hub().figures());
    screen.line("");
    screen.table(standings.table());
    screen.line("");
    screen.table(standings.reasons());
  }

  private void proveQuiet() throws InterruptedException {
    screen.title("Quiet");
    Traffic traffic = Traffic.from(simulators());
    screen.pending("waiting for two polls of each system");
    boolean polled = traffic.waitForPolls(QUIET_CYCLES);
    checks.check(
        polled && traffic.writes() == 0,
        "no write in %d polls of each system".formatted(QUIET_CYCLES),
        polled ? traffic.writes() + " writes" : "the hub does not poll");
  }

  private void calls(CallReport calls) {
    screen.line("");
    screen.table(calls.table());
    screen.dim(
        "reads include a poll of each system every %,d ms".formatted(options.poll().toMillis()));
    report.put("calls", calls.json());
  }

  private ExitCode end() throws IOException, InterruptedException {
    boolean held = checks.failed().isEmpty();
    report.put("converged", held);
    report.put("records", new Standings(stage.systems(), stage.hub().figures()).counts());
    report.checks(checks);
    writeReport();
    if (held && !options.once()) {
      ByHand byHand = new ByHand(stage.systems(), screen);
      byHand.explain();
      byHand.watch();
    }
    verdict(held);
    return held ? ExitCode.OK : ExitCode.CHECK_FAILED;
  }

  private void verdict(boolean held) {
    screen.line("");
    if (held) {
      screen.check(true, "All %d checks held.".formatted(checks.all().size()));
      return;
    }
    screen.check(
        false, "%d of %d checks failed:".formatted(checks.failed().size(), checks.all().size()));
    checks.failed().forEach(check -> screen.line("  " + check.what() + ": " + check.found()));
    screen.line("  Start it again with --keep to keep the hub's log.");
  }

  private void writeReport() {
    options.report().ifPresent(report::write);
  }

  private Map<String, Long> written() {
    Standings standings = new Standings(stage.systems(), stage.hub().figures());
    Map<String, Long> written = new TreeMap<>();
    written.put("salesforce", standings.written("salesforce"));
    written.put("smartsheet", standings.written("smartsheet"));
    return written;
  }

  private static Map<String, Calls> callsOf(Traffic traffic) {
    return new TreeMap<>(
        Map.of("salesforce", traffic.salesforce(), "smartsheet", traffic.smartsheet()));
  }

  private Simulators simulators() {
    return stage.systems().simulators();
  }
}
