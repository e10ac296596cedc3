package io.partnerhub.sandbox.bench.world;

import io.partnerhub.cli.HubHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** All mappings as they are published; only which sheet a record lies on is the bench's. */
final class ThreeMappings {

  /** The field of each type that says which sheet a record lies on, where there are several. */
  private static final Map<String, String> SHEET_BY =
      Map.of(ThreeSize.ORDER, "postalCode", ThreeSize.ACTIVATION, "notes");

  private static final String CONNECTOR = "fulfillment.connector.yaml";

  private ThreeMappings() {}

  private static Path published(String name) {
    return HubHome.directory().resolve("mappings").resolve(name);
  }

  /** Writes them for so many records. */
  static void write(ThreeSize size, Path directory) throws IOException {
    Path connector = directory.resolve(CONNECTOR);
    Files.copy(published(CONNECTOR), connector, StandardCopyOption.REPLACE_EXISTING);
    for (Amount amount : size.amounts()) {
      Path file = published(amount.type() + ".yaml");
      Files.writeString(
          directory.resolve(amount.type() + ".yaml"),
          BenchMapping.spread(file, SHEET_BY.get(amount.type()), amount.sheets()));
    }
  }
}
