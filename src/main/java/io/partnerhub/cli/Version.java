package io.partnerhub.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    Properties versions = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      versions.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new String[] {
      "Partner Hub " + versions.getProperty("hub"),
      "Camel " + versions.getProperty("camel") + ", Java " + Runtime.version()
    };
  }
}
