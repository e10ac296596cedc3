package io.partnerhub.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoorPathsTest {

  private final DoorPaths paths = new DoorPaths(TestStore.dataSource(), Clock.systemUTC());

  @BeforeEach
  void empty() {
    TestStore.empty(Clock.systemUTC());
  }

  @Test
  void a_secret_stays_what_it_is_also_for_another_node() {
    String secret = paths.secret("fulfillment");

    assertThat(secret).matches("[A-Za-z0-9_-]{22}");
    assertThat(paths.secret("fulfillment")).isEqualTo(secret);
    assertThat(new DoorPaths(TestStore.dataSource(), Clock.systemUTC()).secret("fulfillment"))
        .isEqualTo(secret);
  }

  @Test
  void each_path_has_its_own() {
    assertThat(paths.secret("fulfillment")).isNotEqualTo(paths.secret("smartsheet"));
  }
}
