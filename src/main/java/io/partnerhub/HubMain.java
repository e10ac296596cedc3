package io.partnerhub;

import io.partnerhub.cli.HubCommandLine;
import java.util.List;

/** Where the hub starts: {@code hub COMMAND}. */
public final class HubMain {

  private HubMain() {}

  public static void main(String... args) {
    System.exit(HubCommandLine.of(List.of(), System.getenv()).execute(args));
  }
}
