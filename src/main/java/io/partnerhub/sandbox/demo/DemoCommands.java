package io.partnerhub.sandbox.demo;

import io.partnerhub.cli.CommandProvider;
import io.partnerhub.sandbox.SandboxCommand;
import java.util.List;

/** The command that plays the demonstration. */
public final class DemoCommands implements CommandProvider {

  @Override
  public List<Object> commands() {
    return List.of(new SandboxCommand(new Demo()));
  }
}
