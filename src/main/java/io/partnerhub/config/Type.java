package io.partnerhub.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A type of configuration values.
 *
 * @param form how to write one, for messages
 */
record Type<T>(String form, Parser<T> parser) {

  static final Type<String> TEXT = new Type<>("a text", text -> text);
  static final Type<String> NAME =
      new Type<>("a short name of letters, digits, dashes and points", Parsers::name);
  static final Type<Secret> SECRET = new Type<>("a secret", Secret::new);
  static final Type<Secret> SECRET_ADDRESS =
      new Type<>("an address that begins with https://", Parsers::secretAddress);
  static final Type<Path> PATH = new Type<>("a path", Parsers::path);
  static final Type<URI> ADDRESS =
      new Type<>("an address that begins with https://", Parsers::address);
  static final Type<Duration> DURATION =
      new Type<>("a period such as 500ms, 30s, 5m, 2h or 1d", Parsers::duration);
  static final Type<Schedule> SCHEDULE =
      new Type<>(
          "a period such as 30s or 5m, or a Quartz cron expression such as 0 0/5 * * * ?",
          Parsers::schedule);
  static final Type<Integer> COUNT =
      new Type<>("a whole number from 1 to 1000000000", Parsers::count);
  static final Type<Integer> SIZE =
      new Type<>("a size such as 512KiB or 4MiB, of at most 1024MiB", Parsers::size);
  static final Type<Integer> PERCENT =
      new Type<>("a whole number of percent from 1 to 100", Parsers::percent);
  static final Type<String> VERSION = new Type<>("a version such as 62.0", Parsers::version);
  static final Type<String> SHEET_ID = new Type<>("the digits of a sheet id", Parsers::sheetId);
  static final Type<String> STORE_URL =
      new Type<>(
          "embedded or jdbc:postgresql://host:port/database, without user and password",
          Parsers::storeUrl);
  static final Type<String> AUTH = new Type<>("client-credentials or jwt", Parsers::auth);
  static final Type<String> FULFILLMENT_AUTH =
      new Type<>("bearer, client-credentials or certificate", Parsers::fulfillmentAuth);
  static final Type<HostPort> LOCAL_PORT =
      new Type<>("a port or address:port", text -> Parsers.hostPort(text, "127.0.0.1"));

  static final Type<HostPort> SERVER =
      new Type<>("a server and its port, such as smtp.example.com:587", Parsers::server);
  static final Type<String> MAIL_SECURITY =
      new Type<>("starttls, tls or none", Parsers::mailSecurity);
  static final Type<String> JOLOKIA = new Type<>("off, local or anywhere", Parsers::jolokia);
  static final Type<Boolean> SWITCH = new Type<>("on or off", Parsers::onOrOff);

  /** Whether a value must never be shown. */
  boolean isSecret() {
    return this == SECRET || this == SECRET_ADDRESS;
  }

  /** Reads a value from its text. */
  interface Parser<T> {

    /**
     * The value.
     *
     * @throws IllegalArgumentException when the text is none
     */
    T parse(String text);
  }
}
