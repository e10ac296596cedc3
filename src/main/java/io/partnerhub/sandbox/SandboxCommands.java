package io.partnerhub.sandbox;

import io.partnerhub.cli.CommandProvider;
import java.util.List;

/** The commands of the sandbox, for a class path that has it. */
public final class SandboxCommands implements CommandProvider {

  @Override
  public List<Object> commands() {
    return List.of(new SimulatorsCommand());
  }
}
