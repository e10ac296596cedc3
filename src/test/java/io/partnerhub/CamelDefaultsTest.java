package io.partnerhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.cli.HubHome;
import io.partnerhub.config.HubConfig;
import io.partnerhub.model.SystemName;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.component.seda.SedaComponent;
import org.apache.camel.main.Main;
import org.apache.camel.support.CamelContextHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Defaults of Camel under which a route swallows or does twice what it was given. */
class CamelDefaultsTest {

  private static final Pattern QUARTZ = Pattern.compile("quartz:\\S+");

  static List<Path> routes() {
    try (Stream<Path> files = Files.list(Path.of("routes"))) {
      return files.filter(f -> f.toString().endsWith(".camel.yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path route) {
    try {
      return Files.readString(route);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Quartz fires a job again while it still runs, unless it is stateful. */
  @ParameterizedTest
  @MethodSource("routes")
  void a_poll_does_not_overlap_itself(Path route) {
    assertThat(QUARTZ.matcher(text(route)).results())
        .allMatch(uri -> uri.group().contains("stateful=true"));
  }

  /** An open circuit lets an exchange go on as if it had succeeded; Availability stops it. */
  @ParameterizedTest
  @MethodSource("routes")
  void no_route_has_a_circuit_breaker_that_lets_pass_what_was_not_called(Path route) {
    String text = text(route);
    assertThat(text.contains("circuitBreaker:"))
        .isEqualTo(text.contains("throwExceptionWhenHalfOpenOrOpenState: true"));
  }

  /** A failure while a message is sent to the dead letter endpoint is swallowed by default. */
  @ParameterizedTest
  @MethodSource("routes")
  void no_dead_letter_channel_swallows_its_own_failure(Path route) {
    String text = text(route);
    assertThat(text.contains("deadLetterChannel:"))
        .isEqualTo(text.contains("deadLetterHandleNewException: false"));
  }

  /** It counts for one Java alone, and not by the hub's priorities: budgets are the connectors'. */
  @ParameterizedTest
  @MethodSource("routes")
  void no_route_throttles(Path route) {
    assertThat(text(route)).doesNotContain("throttle:");
  }

  /** A wake-up may be dropped while another waits; what is due stays in the store. */
  @ParameterizedTest
  @MethodSource("routes")
  void whoever_wakes_a_writer_never_waits_for_it_or_fails(Path route) {
    assertThat(
            text(route)
                .lines()
                .filter(l -> l.contains("- to: seda:push-") || l.contains("- to: seda:derive")))
        .allMatch(l -> l.contains("size=1&discardWhenFull=true"));
  }

  private static Main main() {
    return CamelSetup.main(
        HubConfig.load(
            HubHome.directory(),
            Optional.empty(),
            Map.of(
                "SALESFORCE_LOGIN_URL", "http://127.0.0.1:1",
                "SALESFORCE_CLIENT_ID", "id",
                "SALESFORCE_CLIENT_SECRET", "secret",
                "SMARTSHEET_TOKEN", "token",
                "HUB_MANAGEMENT_PORT", "127.0.0.1:0")),
        Set.of(SystemName.SALESFORCE, SystemName.SMARTSHEET));
  }

  /** A stop waits for the consumers one after the other, each for as long as its poll lasts. */
  @Test
  void a_queues_consumer_sees_a_stop_at_once() {
    Main main = main();
    try {
      SedaComponent seda = main.getCamelContext().getComponent("seda", SedaComponent.class);
      assertThat(seda.getDefaultPollTimeout()).isLessThan(100);
    } finally {
      main.stop();
    }
  }

  /** What a hub that is killed leaves in the temporary directory, nobody takes away. */
  @Test
  void the_management_server_makes_no_directory_for_files() {
    Main main = main();
    try {
      VertxOptions options =
          CamelContextHelper.findSingleByType(main.getCamelContext(), VertxOptions.class);
      assertThat(options.getFileSystemOptions().isFileCachingEnabled()).isFalse();
      assertThat(options.getFileSystemOptions().isClassPathResolvingEnabled()).isFalse();
    } finally {
      main.stop();
    }
  }

  @Test
  void a_reload_of_routes_cannot_take_all_of_them_away() {
    Main main = main();
    try {
      assertThat(main.configure().isRoutesReloadEnabled()).isFalse();
      assertThat(main.getCamelContext().isAutoStartup()).isFalse(); // the mappings come first
      assertThat(main.getCamelContext().getShutdownStrategy().getTimeout()).isEqualTo(8);
    } finally {
      main.stop();
    }
  }
}
