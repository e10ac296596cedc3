package io.partnerhub.ops.jmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.sandbox.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.util.Map;
import java.util.Optional;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteConnectorTest {

  private static final String PASSWORD = "0123456789abcdef";

  @TempDir Path directory;
  private int port;
  private LoopbackConnector hub;

  @Described("A lamp.")
  public static final class Lamp {

    @Described("Whether it is on.")
    @Exposed(Exposed.As.ATTRIBUTE)
    public boolean on() {
      return false;
    }

    @Described("Who asks.")
    @Exposed(Exposed.As.QUESTION)
    public String who() {
      return Caller.name();
    }

    @Described("Switches it.")
    @Exposed(Exposed.As.ACTION)
    public String press() {
      return "pressed by " + Caller.name();
    }
  }

  @BeforeEach
  void open() throws IOException {
    Path users = users("# those who may\n\nann control " + PASSWORD + "\nbob monitor " + PASSWORD);
    port = FreePort.find();
    RemoteConnector remote = new RemoteConnector("127.0.0.1", port, null, JmxUsers.in(users));
    hub =
        new LoopbackConnector(
            directory, Map.of("Lamp", new Lamp()), fault -> false, Optional.of(remote));
    hub.start();
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void who_controls_acts_under_the_name_of_the_login() throws Exception {
    try (JMXConnector client = connect("ann", PASSWORD)) {
      assertThat(invoke(client, "press")).isEqualTo("pressed by ann");
    }
  }

  @Test
  void who_monitors_looks_and_asks_and_acts_not() throws Exception {
    try (JMXConnector client = connect("bob", PASSWORD)) {
      assertThat(client.getMBeanServerConnection().getAttribute(lamp(), "On")).isEqualTo(false);
      assertThat(invoke(client, "who")).isEqualTo("bob");
      assertThatThrownBy(() -> invoke(client, "press"))
          .isInstanceOf(SecurityException.class)
          .hasMessageContaining("needs the role control");
    }
  }

  @Test
  void a_wrong_password_an_unknown_user_and_no_login_are_refused() {
    assertThatThrownBy(() -> connect("ann", PASSWORD + "x")).isInstanceOf(SecurityException.class);
    assertThatThrownBy(() -> connect("eve", PASSWORD)).isInstanceOf(SecurityException.class);
    assertThatThrownBy(() -> connect("ann", null)).isInstanceOf(SecurityException.class);
    assertThatThrownBy(() -> JMXConnectorFactory.connect(url()))
        .isInstanceOf(SecurityException.class);
  }

  @Test
  void nobody_puts_another_object_in_the_place_of_the_hubs() throws Exception {
    Registry registry = LocateRegistry.getRegistry("127.0.0.1", port);

    assertThatThrownBy(() -> registry.rebind("jmxrmi", registry.lookup("jmxrmi")))
        .hasStackTraceContaining("filter status: REJECTED");
  }

  @Test
  void the_commands_of_the_machine_still_come_in_by_their_own_way() throws Exception {
    AccessFile.Access access = new AccessFile(directory).read().orElseThrow();
    try (JMXConnector client =
        JMXConnectorFactory.connect(
            new JMXServiceURL(access.address()), credentials("ann", access.token()))) {
      assertThat(invoke(client, "press")).isEqualTo("pressed by ann");
    }
  }

  @Test
  void after_it_closed_nothing_answers_and_the_port_is_free() throws Exception {
    hub.close();

    assertThatThrownBy(() -> connect("ann", PASSWORD)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # nobody                 | names no user
          ann control              | :1: write a name, monitor or control, and a password
          ann admin 0123456789ab   | :1: the role is neither monitor nor control
          ann control short        | :1: the password has fewer than 12 characters
          """)
  void a_slip_in_the_file_is_told_without_a_password(String line, String words) throws IOException {
    Path file = users(line);

    assertThatThrownBy(() -> JmxUsers.in(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words)
        .message()
        .doesNotContain("0123456789ab", "short");
  }

  @Test
  void a_file_that_others_can_read_is_refused() throws IOException {
    Path file = users("ann control " + PASSWORD);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    assertThatThrownBy(() -> JmxUsers.in(file)).hasMessageContaining("chmod 600");
    assertThatThrownBy(() -> JmxUsers.in(directory.resolve("none")))
        .hasMessageContaining("cannot be read");
  }

  private Path users(String text) throws IOException {
    Path file = directory.resolve("jmx.users");
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(file, text + "\n");
  }

  private static Object invoke(JMXConnector client, String operation) throws Exception {
    MBeanServerConnection server = client.getMBeanServerConnection();
    return server.invoke(lamp(), operation, new Object[0], new String[0]);
  }

  private static javax.management.ObjectName lamp() {
    return LoopbackConnector.name("Lamp");
  }

  private JMXConnector connect(String user, String password) throws IOException {
    return JMXConnectorFactory.connect(url(), credentials(user, password));
  }

  private static Map<String, Object> credentials(String user, String password) {
    return Map.of(JMXConnector.CREDENTIALS, new String[] {user, password});
  }

  private JMXServiceURL url() throws IOException {
    return new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:" + port + "/jmxrmi");
  }
}
