package io.partnerhub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RehearsalSystemsTest {

  /** As in a distribution without {@code lib/sandbox}: here the classes lie beside no such. */
  @Test
  void an_installation_without_simulators_rehearses_without_them() {
    assertThat(RehearsalSystems.start(1)).isEmpty();
  }
}
