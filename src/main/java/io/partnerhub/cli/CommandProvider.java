package io.partnerhub.cli;

import java.util.List;

/**
 * Commands from a part that an installation may lack; found by {@link java.util.ServiceLoader}, so
 * that production code names no class of the sandbox.
 */
public interface CommandProvider {

  /** New picocli command objects, each a {@code Callable<ExitCode>}. */
  List<Object> commands();
}
