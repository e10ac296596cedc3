package io.partnerhub;

import io.partnerhub.cli.CommandFailure;
import io.partnerhub.cli.ExitCode;
import io.partnerhub.cli.HubDoor;
import io.partnerhub.cli.HubHome;
import io.partnerhub.cli.RunningHub;
import io.partnerhub.config.ConfigFaults;
import io.partnerhub.config.HubConfig;
import io.partnerhub.ops.jmx.AccessFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import javax.rmi.ssl.SslRMIClientSocketFactory;

/** Finds a running hub, and connects to it by JMX. */
public final class HubDoors implements HubDoor {

  private final Map<String, String> environment;
  private final String user;

  /** Of the user that runs this Java. */
  public HubDoors(Map<String, String> environment) {
    this(environment, System.getProperty("user.name"));
  }

  /**
   * Of somebody.
   *
   * @param user the name to log in with at a hub of this machine, which is kept with what is done
   */
  public HubDoors(Map<String, String> environment, String user) {
    this.environment = environment;
    this.user = user;
  }

  @Override
  public RunningHub open(Place place) {
    if (place instanceof OfAddress remote) {
      return remote(remote.hostAndPort());
    }
    Path dataDir =
        place instanceof OfDataDir given
            ? given.directory().toAbsolutePath()
            : dataDir(((OfConfig) place).file());
    AccessFile.Access access =
        access(dataDir)
            .orElseThrow(() -> notRunning("No hub runs on the data directory " + dataDir, null));
    String[] credentials = {user, access.token()};
    try {
      return new JmxHub(connect(new JMXServiceURL(access.address()), credentials, false));
    } catch (IOException | SecurityException e) {
      throw notRunning(
          "The hub on the data directory %s does not answer; it was probably killed"
              .formatted(dataDir),
          e);
    }
  }

  private static Optional<AccessFile.Access> access(Path dataDir) {
    try {
      return new AccessFile(dataDir).read();
    } catch (UncheckedIOException e) {
      throw new CommandFailure(ExitCode.WRONG_INPUT, e.getMessage(), e);
    }
  }

  private Path dataDir(Path config) {
    try {
      return HubConfig.dataDir(HubHome.directory(), Optional.of(config), environment);
    } catch (ConfigFaults e) {
      throw new CommandFailure(ExitCode.WRONG_INPUT, e.getMessage(), e);
    }
  }

  private RunningHub remote(String hostAndPort) {
    String user = environment.get("HUB_JMX_USER");
    String password = environment.get("HUB_JMX_PASSWORD");
    String[] credentials = user == null ? null : new String[] {user, password};
    try {
      return new JmxHub(
          connect(
              new JMXServiceURL("service:jmx:rmi:///jndi/rmi://" + hostAndPort + "/jmxrmi"),
              credentials,
              Boolean.parseBoolean(environment.get("HUB_JMX_TLS"))));
    } catch (MalformedURLException e) {
      throw new CommandFailure(
          ExitCode.WRONG_INPUT, "--jmx is '%s'; write HOST:PORT.".formatted(hostAndPort), e);
    } catch (SecurityException e) {
      throw new CommandFailure(
          ExitCode.WRONG_INPUT,
          "The hub at %s refuses HUB_JMX_USER and HUB_JMX_PASSWORD.".formatted(hostAndPort),
          e);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.UNAVAILABLE, "No JMX answers at %s.".formatted(hostAndPort), e);
    }
  }

  /**
   * @param tls whether the registry is behind TLS, too; Java's own truststore judges the
   *     certificate
   */
  private static JMXConnector connect(JMXServiceURL url, String[] credentials, boolean tls)
      throws IOException {
    Map<String, Object> settings = new HashMap<>();
    if (tls) {
      settings.put("com.sun.jndi.rmi.factory.socket", new SslRMIClientSocketFactory());
    }
    if (credentials != null) {
      settings.put(JMXConnector.CREDENTIALS, credentials);
    }
    return JMXConnectorFactory.connect(url, settings);
  }

  private static CommandFailure notRunning(String what, Exception cause) {
    return new CommandFailure(
        ExitCode.UNAVAILABLE,
        what + ".\nStart it with: hub run --config FILE; or name another by --data-dir.",
        cause);
  }
}
