package io.partnerhub.sandbox.bench;

import io.partnerhub.cli.CommandProvider;
import io.partnerhub.sandbox.BenchCommand;
import java.util.List;

/** The command of the measurement, for a class path that has it. */
public final class BenchCommands implements CommandProvider {

  @Override
  public List<Object> commands() {
    return List.of(new BenchCommand(new Bench()));
  }
}
