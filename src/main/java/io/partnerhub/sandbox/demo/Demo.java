package io.partnerhub.sandbox.demo;

import io.partnerhub.cli.ExitCode;
import io.partnerhub.sandbox.SandboxCommand;
import io.partnerhub.sandbox.demo.show.Screen;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicBoolean;

/** The demonstration: stages it, plays it, and stops all of it whatever happens. */
final class Demo implements SandboxCommand.Demonstration {

  private final AtomicBoolean stopping = new AtomicBoolean();

  @Override
  public ExitCode play(SandboxCommand.Options options, PrintWriter out) throws Exception {
    Screen screen = Screen.on(out);
    Stage stage = new Stage();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> stop(stage, screen, Screen.on(out)), "stop-sandbox"));
    try (stage) {
      return new Performance(options, stage, screen).play();
    } catch (RuntimeException e) {
      if (stopping.get()) {
        return ExitCode.INTERRUPTED;
      }
      throw e;
    }
  }

  /** By Ctrl-C or SIGTERM; does nothing when all is stopped already. */
  private void stop(Stage stage, Screen screen, Screen farewell) {
    stopping.set(true);
    if (stage.isClosed()) {
      return;
    }
    screen.mute();
    farewell.line("");
    farewell.line("Stopping: calls under way may end …");
    try {
      stage.close();
      farewell.line("Stopped.");
    } catch (IOException e) {
      farewell.line(e.getMessage());
    }
  }
}
