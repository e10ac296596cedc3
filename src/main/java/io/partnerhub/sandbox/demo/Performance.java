package io.partnerhub.sandbox.demo;

import io.partnerhub.HubDoors;
import io.partnerhub.cli.ExitCode;
import io.partnerhub.cli.HubDoor;
import io.partnerhub.cli.RunningHub;
import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.SandboxCommand;
import io.partnerhub.sandbox.demo.data.Morning;
import io.partnerhub.sandbox.demo.scene.Administrator;
import io.partnerhub.sandbox.demo.scene.Day;
import io.partnerhub.sandbox.demo.scene.Edit;
import io.partnerhub.sandbox.demo.show.Checks;
import io.partnerhub.sandbox.demo.show.Screen;
import io.partnerhub.sandbox.demo.world.Calls;
import io.partnerhub.sandbox.demo.world.Comparison;
import io.partnerhub.sandbox.demo.world.Traffic;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The four parts of the demonstration, one after the other. */
final class Performance {

  /** Longer than the writers sleep. */
  private static final int REST_CYCLES = 3;

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
    Morning morning = Morning.of(LocalDate.now(ZoneOffset.UTC), options.seed());
    Greeting greeting = new Greeting(stage, screen);
    greeting.welcome();
    stage.open(options, morning);
    greeting.addresses();
    greeting.leftOut(morning.faults());
    report.put("leftOut", morning.faults());
    Traffic traffic = Traffic.from(stage.systems());
    stage.start();
    if (firstSync(new FirstSync(stage.systems(), morning, screen))) {
      Map<SystemName, List<Long>> written = standings().written();
      Map<SystemName, Calls> first = traffic.calls();
      report.edits(day());
      proveQuiet();
      calls(new CallReport(first, written, traffic.calls()));
    }
    return end();
  }

  private List<Edit> day() throws InterruptedException {
    HubDoor.Place place = new HubDoor.OfDataDir(stage.directory().path());
    try (RunningHub running = new HubDoors(Map.of(), Administrator.NAME).open(place)) {
      return new Day(
              stage.systems(),
              stage.hub().figures(),
              new Administrator(running),
              screen,
              checks,
              options.seed())
          .play();
    }
  }

  private boolean firstSync(FirstSync first) throws InterruptedException {
    screen.title("The first sync");
    OptionalLong millis = first.watch();
    Map<String, Comparison> now = first.compare();
    checks.check(
        millis.isPresent(),
        sizes(now)
            + " say the same everywhere, field by field"
            + (millis.isPresent() ? ", after %.1f s".formatted(millis.getAsLong() / 1e3) : ""),
        first.faults(now));
    millis.ifPresent(time -> report.put("firstSyncMillis", time));
    Traffic.untilItRests(stage.systems(), REST_CYCLES);
    showStandings();
    stage.hub().availabilities().stream()
        .filter(system -> system.fault().isPresent())
        .forEach(system -> screen.line(system.system() + ": " + system.fault().get()));
    return millis.isPresent();
  }

  private static String sizes(Map<String, Comparison> now) {
    return now.entrySet().stream()
        .map(e -> "%d %ss".formatted(e.getValue().inStep().size(), e.getKey()))
        .collect(Collectors.joining(", "));
  }

  private void showStandings() {
    Standings standings = standings();
    screen.line("");
    screen.table(standings.table());
    screen.line("");
    screen.table(standings.reasons());
  }

  private Standings standings() {
    return new Standings(stage.systems(), stage.hub().figures());
  }

  private void proveQuiet() throws InterruptedException {
    screen.title("Quiet");
    Traffic traffic = Traffic.from(stage.systems());
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
    report.put("records", standings().counts());
    report.checks(checks);
    writeReport();
    if (held && !options.once()) {
      ByHand byHand = new ByHand(stage.systems(), screen);
      byHand.explain(stage.directory().path());
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
}
