package io.partnerhub;

import io.partnerhub.cli.CommandFailure;
import io.partnerhub.cli.ExitCode;
import io.partnerhub.config.HostPort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Where Camel's own server listens: beside the start, which goes on where it cannot. */
final class ManagementPort {

  private ManagementPort() {}

  /**
   * Listens there for a moment.
   *
   * @throws CommandFailure when that cannot be done
   */
  static void require(HostPort management) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true); // as that server does: connections that just ended do not count
      probe.bind(new InetSocketAddress(management.host(), management.port()));
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.WRONG_INPUT,
          "hub.management.port: %s cannot be listened on (%s); end what does, or set another"
              .formatted(management, e.getMessage()),
          e);
    }
  }
}
