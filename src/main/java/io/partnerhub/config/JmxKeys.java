package io.partnerhub.config;

import java.nio.file.Path;
import java.util.List;

/** The keys of JMX from elsewhere. */
final class JmxKeys {

  static final Key<HostPort> PORT =
      Key.optional(
          "jmx.port",
          Type.LOCAL_PORT,
          "Where JMX clients come in: a port on 127.0.0.1, or address:port; not at all when not"
              + " set.",
          "9010");
  static final Key<Path> PASSWORD_FILE =
      Key.depends(
          "jmx.password-file",
          Type.PATH,
          "File with a user a line: name, monitor or control, password; needed with jmx.port or"
              + " jmx.jolokia, and readable for the hub's user alone.",
          "config/jmx.users");
  static final Key<Path> KEYSTORE =
      Key.depends(
          "jmx.keystore",
          Type.PATH,
          "Java keystore with the key and certificate for TLS; needed unless jmx.port is on"
              + " 127.0.0.1.",
          "config/jmx.p12");
  static final Key<Secret> KEYSTORE_PASSWORD =
      Key.depends(
          "jmx.keystore-password", Type.SECRET, "Its password; needed with a keystore.", "…");

  static final Key<String> JOLOKIA =
      Key.withDefault(
          "jmx.jolokia",
          Type.JOLOKIA,
          "off",
          "Whether the same is served by HTTP (Jolokia) at /jolokia of hub.management.port: off,"
              + " local (to this machine alone) or anywhere (put TLS before it).");

  static final List<Key<?>> ALL =
      List.of(PORT, PASSWORD_FILE, KEYSTORE, KEYSTORE_PASSWORD, JOLOKIA);

  private JmxKeys() {}
}
