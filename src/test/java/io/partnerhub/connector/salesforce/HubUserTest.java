package io.partnerhub.connector.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HubUserTest {

  private static final String IDENTITY =
      "https://login.example/id/00D000000000001EAA/001A0000006Vm9rIAC";

  @Test
  void the_user_of_the_login_is_known_by_a_short_and_a_long_id() {
    HubUser user = new HubUser(() -> IDENTITY);

    assertThat(user.is("001A0000006Vm9rIAC")).isTrue();
    assertThat(user.is("001A0000006Vm9r")).isTrue();
    assertThat(user.is("001A0000006Vm9R")).isFalse();
    assertThat(user.is(null)).isFalse();
  }

  @Test
  void before_the_first_login_nobody_is_the_hub() {
    assertThat(new HubUser(() -> null).is("001A0000006Vm9r")).isFalse();
  }
}
