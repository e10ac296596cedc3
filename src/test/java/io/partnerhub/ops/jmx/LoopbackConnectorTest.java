package io.partnerhub.ops.jmx;

import static io.partnerhub.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoopbackConnectorTest {

  private static final String[] STRING = {String.class.getName()};

  @TempDir Path dataDir;
  private LoopbackConnector connector;
  private AccessFile.Access access;

  @Described("Says things.")
  public static final class Echo {

    @Described("Says it again.")
    @Exposed(Exposed.As.QUESTION)
    public String say(@Described("What to say.") String text) {
      return text;
    }
  }

  /** Would run code of its sender, were it read. */
  static final class Foreign implements java.io.Serializable {
    private static final long serialVersionUID = 1;
  }

  @BeforeEach
  void open() {
    connector =
        new LoopbackConnector(
            dataDir, Map.of("Echo", new Echo()), fault -> false, Optional.empty());
    connector.start();
    access = new AccessFile(dataDir).read().orElseThrow();
  }

  @AfterEach
  void close() {
    connector.close();
  }

  @Test
  void the_address_and_the_token_of_the_file_let_in() throws Exception {
    try (JMXConnector client = connect("ann", access.token())) {
      MBeanServerConnection server = client.getMBeanServerConnection();

      assertThat(server.invoke(LoopbackConnector.name("Echo"), "say", new Object[] {"hi"}, STRING))
          .isEqualTo("hi");
    }
  }

  @Test
  void the_file_is_its_owners_alone() throws Exception {
    Path file = dataDir.resolve("jmx.access");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(access.toString()).doesNotContain(access.token());
  }

  @Test
  void a_file_that_others_could_read_is_replaced_not_written_into() throws Exception {
    Path file = dataDir.resolve("jmx.access");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

    new AccessFile(dataDir).write(new AccessFile.Access("service:jmx:rmi:", "new"));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(dataDir).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void the_file_goes_when_it_closes_but_not_a_later_hubs() {
    AccessFile file = new AccessFile(dataDir);
    AccessFile.Access later = new AccessFile.Access("service:jmx:rmi:", "later");

    file.write(later);
    connector.close();
    assertThat(file.read()).contains(later);

    file.remove(later);
    assertThat(file.read()).isEmpty();
  }

  @Test
  void a_wrong_token_no_token_and_no_credentials_are_refused() {
    String almost = access.token().substring(1) + "x";

    assertThatThrownBy(() -> connect("ann", almost)).isInstanceOf(SecurityException.class);
    assertThatThrownBy(() -> connect("ann", null)).isInstanceOf(SecurityException.class);
    assertThatThrownBy(() -> JMXConnectorFactory.connect(new JMXServiceURL(access.address())))
        .isInstanceOf(SecurityException.class)
        .message()
        .doesNotContain(access.token());
  }

  @Test
  void it_listens_on_no_address_but_loopback() throws Exception {
    int port = port();

    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
      assertThat(socket.isConnected()).isTrue();
    }
    for (InetAddress address : otherAddresses()) {
      assertThatThrownBy(() -> knock(address, port))
          .as("%s", address)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void a_caller_cannot_make_mbeans() throws Exception {
    try (JMXConnector client = connect("ann", access.token())) {
      MBeanServerConnection server = client.getMBeanServerConnection();

      assertThatThrownBy(
              () ->
                  server.createMBean(
                      "javax.management.loading.MLet", new ObjectName("evil:type=MLet")))
          .isInstanceOf(SecurityException.class);
      assertThatThrownBy(() -> server.unregisterMBean(LoopbackConnector.name("Echo")))
          .isInstanceOf(SecurityException.class);
    }
  }

  @Test
  void an_argument_of_a_foreign_class_is_not_even_read() throws Exception {
    try (JMXConnector client = connect("ann", access.token())) {
      MBeanServerConnection server = client.getMBeanServerConnection();
      Object[] foreign = {new Foreign()};

      assertThatThrownBy(
              () -> server.invoke(LoopbackConnector.name("Echo"), "say", foreign, STRING))
          .hasStackTraceContaining("filter status: REJECTED");
    }
  }

  @Test
  void while_it_is_open_a_local_console_finds_the_mbeans_in_its_java() {
    ObjectName echo = LoopbackConnector.name("Echo");

    assertThat(ManagementFactory.getPlatformMBeanServer().isRegistered(echo)).isTrue();
    connector.close();
    assertThat(ManagementFactory.getPlatformMBeanServer().isRegistered(echo)).isFalse();
  }

  @Test
  void after_it_closed_nothing_answers() throws Exception {
    int port = port();
    connector.close();

    // The kernel lets the socket go once the thread that accepted on it has noticed.
    await()
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> knock(InetAddress.getByName("127.0.0.1"), port))
                    .isInstanceOf(ConnectException.class));
  }

  private JMXConnector connect(String user, String token) throws IOException {
    return JMXConnectorFactory.connect(
        new JMXServiceURL(access.address()),
        Map.of(JMXConnector.CREDENTIALS, new String[] {user, token}));
  }

  /** As the reference in the address has it. */
  private int port() throws IOException {
    Object stub = decoded(access.address());
    Matcher matcher = Pattern.compile("endpoint:\\[([^:]+):(\\d+)").matcher(stub.toString());
    assertThat(matcher.find()).as("%s", stub).isTrue();
    assertThat(matcher.group(1)).isEqualTo("127.0.0.1");
    return Integer.parseInt(matcher.group(2));
  }

  private static Object decoded(String address) throws IOException {
    byte[] bytes =
        java.util.Base64.getDecoder().decode(address.substring(address.indexOf("/stub/") + 6));
    try (java.io.ObjectInputStream in =
        new java.io.ObjectInputStream(new java.io.ByteArrayInputStream(bytes))) {
      return in.readObject();
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static void knock(InetAddress address, int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 1_000);
    }
  }

  private static List<InetAddress> otherAddresses() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
        .toList();
  }
}
