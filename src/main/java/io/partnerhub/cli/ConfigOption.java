package io.partnerhub.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where a command finds the configuration. */
final class ConfigOption {

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The properties file; default config/hub.properties in the hub's directory."
              + " Each key can be overridden by an environment variable.")
  private Path given;

  /** The file, which is readable. */
  Path file() {
    Path file = given == null ? HubHome.directory().resolve("config/hub.properties") : given;
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new ParameterException(
          spec.commandLine(),
          "The configuration file %s cannot be read. Copy deploy/hub.properties.example there and edit"
                  .formatted(file.toAbsolutePath())
              + " it, or name another with --config.");
    }
    return file;
  }
}
