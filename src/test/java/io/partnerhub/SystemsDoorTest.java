package io.partnerhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.config.DoorBounds;
import io.partnerhub.intake.DoorSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SystemsDoorTest {

  @Test
  void the_bounds_that_are_set_are_those_of_the_door() {
    Duration patience = Duration.ofSeconds(1);

    assertThat(SystemsDoor.limits(new DoorBounds(patience, 2, 3, 4, 5, 6, 7)))
        .isEqualTo(new DoorSettings.Limits(patience, 2, 3, 4, 5, 6, 7));
  }
}
