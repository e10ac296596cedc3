package io.partnerhub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class FreePortTest {

  @RepeatedTest(20)
  void is_one_that_no_outgoing_connection_is_given() throws IOException {
    int found = FreePort.find();

    try (ServerSocket listener = new ServerSocket(found, 1, InetAddress.getLoopbackAddress());
        ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(listener.getLocalPort()).isBetween(FreePort.LOWEST, FreePort.BEYOND - 1);
      assertThat(any.getLocalPort()).isGreaterThanOrEqualTo(FreePort.BEYOND);
    }
  }

  @Test
  void is_none_that_is_taken() throws IOException {
    int taken = FreePort.find();

    try (ServerSocket listener = new ServerSocket(taken, 1, InetAddress.getLoopbackAddress())) {
      for (int i = 0; i < 20_000; i++) {
        assertThat(FreePort.find()).isNotEqualTo(listener.getLocalPort());
      }
    }
  }
}
