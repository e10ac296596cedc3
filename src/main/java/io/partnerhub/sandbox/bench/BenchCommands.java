package io.partnerhub.sandbox.bench;

import io.partnerhub.cli.CommandProvider;
import io.partnerhub.sandbox.BenchCommand;
import io.partnerhub.sandbox.BenchWhyCommand;
import io.partnerhub.sandbox.bench.first.Bench;
import io.partnerhub.sandbox.bench.push.PushCommand;
import io.partnerhub.sandbox.bench.soak.SoakCommand;
import io.partnerhub.sandbox.bench.store.MergeCommand;
import io.partnerhub.sandbox.bench.store.RollupsCommand;
import io.partnerhub.sandbox.bench.store.WhyBench;
import io.partnerhub.sandbox.bench.three.ThreeCommand;
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
