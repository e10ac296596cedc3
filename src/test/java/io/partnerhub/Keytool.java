package io.partnerhub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The JDK's own tool for keystores. */
public final class Keytool {

  private static final long SECONDS = 60;

  private Keytool() {}

  /**
   * Makes a key with a certificate of its own.
   *
   * @param keystore is made, or gets one more
   * @param name for the certificate: its common name
   * @param more arguments of the tool
   */
  public static void pair(
      Path keystore, String password, String alias, String algorithm, String name, String... more)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("-genkeypair", "-alias", alias));
    arguments.addAll(List.of("-keyalg", algorithm, "-dname", "CN=" + name));
    arguments.addAll(List.of("-keystore", keystore.toString()));
    arguments.addAll(List.of(more));
    run(password, arguments.toArray(String[]::new));
  }

  /** The public key of a pair. */
  public static PublicKey publicKey(Path keystore, String password, String alias)
      throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keystore)) {
      keys.load(in, password.toCharArray());
    }
    return keys.getCertificate(alias).getPublicKey();
  }

  /** Runs it on a keystore of type PKCS12; it must succeed. */
  public static void run(String password, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", password));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }
}
