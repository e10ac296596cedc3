package io.partnerhub.sandbox.demo;

import io.partnerhub.cli.ExitCode;
import io.partnerhub.sandbox.SandboxCommand;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The demonstration from start to end. */
final class Demo implements SandboxCommand.Demonstration {

  @Override
  public ExitCode play(SandboxCommand.Options options, PrintWriter out) throws Exception {
    Screen screen = Screen.on(out);
    CustomerFile file = CustomerFile.northwind();
    List<Map<String, Object>> accounts = SeedAccounts.of(file.customers());
    TypedTracker typed = TypedTracker.of(accounts, options.seed());
    Stage stage = new Stage();
    try {
      stage.open(options, accounts, typed.rows());
      stage.start();
      FirstSync first = new FirstSync(stage.systems(), typed, accounts.size(), screen);
      OptionalLong time = first.watch();
      Checks checks = new Checks(screen);
      new Day(stage.systems(), stage.hub().figures(), screen, checks, options.seed()).play();
      screen.line("time " + time);
      screen.line(first.faults(Comparison.of(stage.systems())));
      stage.hub().figures().counts().forEach(c -> screen.line(c.toString()));
      stage.hub().figures().reasons(100).forEach(c -> screen.line(c.toString()));
      screen.line(stage.systems().simulators().salesforceServer().counters().snapshot().toString());
      screen.line(stage.systems().simulators().smartsheetServer().counters().snapshot().toString());
      return ExitCode.OK;
    } finally {
      stage.close();
    }
  }
}
