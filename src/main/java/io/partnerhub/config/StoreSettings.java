package io.partnerhub.config;

/** Where the hub keeps its state. */
public sealed interface StoreSettings {

  /** The URL that stands for a store of the hub's own. */
  String EMBEDDED = "embedded";

  /** A PostgreSQL of the hub's own, with its files in the data directory. */
  record Embedded() implements StoreSettings {}

  /**
   * A PostgreSQL server.
   *
   * @param url a JDBC URL without user and password
   * @param password null where the server asks for none
   */
  record Server(String url, String user, Secret password) implements StoreSettings {}

  static StoreSettings from(ConfigReader reader) {
    String url = reader.read(Keys.STORE_URL);
    if (url == null || url.equals(EMBEDDED)) {
      return new Embedded();
    }
    return new Server(
        url,
        reader.require(Keys.STORE_USER, "store.url names a server"),
        reader.read(Keys.STORE_PASSWORD));
  }
}
