package io.partnerhub.sandbox.bench;

import io.partnerhub.cli.CommandProvider;
import io.partnerhub.sandbox.BenchCommand;
import io.partnerhub.sandbox.BenchWhyCommand;
import java.util.List;
import picocli.CommandLine;

/** The commands of the measurements, for a class path that has them. */
public final class BenchCommands implements CommandProvider {

  @Override
  public List<Object> commands() {
    return List.of(
        new CommandLine(new BenchCommand(new Bench()))
            .addSubcommand(new RollupsCommand())
            .addSubcommand(new MergeCommand())
            .addSubcommand(new ThreeCommand())
            .addSubcommand(new PushCommand())
            .addSubcommand(new SoakCommand())
            .addSubcommand(new BenchWhyCommand(new WhyBench())));
  }
}
