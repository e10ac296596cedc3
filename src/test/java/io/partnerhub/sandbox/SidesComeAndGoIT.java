package io.partnerhub.sandbox;

import static io.partnerhub.model.SystemName.FULFILLMENT;
import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.sandbox.Trio.eventually;
import static io.partnerhub.sandbox.Trio.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A company begins with Salesforce and its trackers; fulfillment joins, leaves, and is back. */
class SidesComeAndGoIT {

  @Test
  void fulfillment_gets_what_was_there_before_it_and_keeps_what_was_typed_while_it_was_out(
      @TempDir Path dir) throws IOException {
    Path without = withoutFulfillment(dir.resolve("without"));
    try (Trio trio = new Trio(Files.createDirectories(dir.resolve("data"))).fill()) {
      Rig rig = trio.rig();
      rig.set("HUB_MAPPINGS_DIR", without.toString()).start();
      eventually(() -> assertThat(trio.orders().tracker().all()).hasSize(Trio.ORDERS));
      eventually(() -> assertThat(trio.activations().tracker().all()).hasSize(Trio.ACTIVATIONS));
      rig.stop();

      rig.set("HUB_MAPPINGS_DIR", Trio.PUBLISHED.toString()).start();
      trio.allInStep();
      rig.stop();

      rig.set("HUB_MAPPINGS_DIR", without.toString()).start();
      trio.orders().edit(SALESFORCE, number(1), "city", "York");
      eventually(() -> assertThat(trio.orders().inTracker(number(1), "city")).isEqualTo("York"));
      trio.orders().edit(FULFILLMENT, number(1), "notes", "Typed while it was out");
      rig.stop();

      rig.set("HUB_MAPPINGS_DIR", Trio.PUBLISHED.toString()).start();
      trio.eventuallyAgreed(trio.orders(), number(1), "city", "York");
      trio.eventuallyAgreed(trio.orders(), number(1), "notes", "Typed while it was out");
      trio.allInStep();
    }
  }

  /** The published mappings, in which Salesforce owns what else is fulfillment's. */
  private static Path withoutFulfillment(Path dir) throws IOException {
    Files.createDirectories(dir);
    try (Stream<Path> files = Files.list(Trio.PUBLISHED)) {
      for (Path file : files.toList()) {
        Files.copy(file, dir.resolve(file.getFileName()));
      }
    }
    for (String type : List.of("order", "activation")) {
      Path file = dir.resolve(type + ".yaml");
      String text = Files.readString(file);
      Files.writeString(
          file,
          text.replaceAll("(?m)^  fulfillment:\n(    .*\n)+", "")
              .replaceAll("(?m)^    fulfillment: \\w+\n", "")
              .replace("owner: fulfillment", "owner: salesforce")
              .replaceAll(", fulfillment: \\w+", ""));
    }
    return dir;
  }
}
