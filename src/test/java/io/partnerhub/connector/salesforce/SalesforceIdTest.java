package io.partnerhub.connector.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SalesforceIdTest {

  @Test
  void a_short_id_gets_the_suffix_that_tells_its_capitals() {
    assertThat(SalesforceId.widen("001A0000006Vm9r")).isEqualTo("001A0000006Vm9rIAC");
    assertThat(SalesforceId.widen("00530000009M943")).isEqualTo("00530000009M943AAC");
  }

  @Test
  void a_long_id_stays_as_it_is() {
    assertThat(SalesforceId.widen("001A0000006Vm9rIAC")).isEqualTo("001A0000006Vm9rIAC");
  }

  @Test
  void other_texts_are_no_ids() {
    assertThat(SalesforceId.isId("001A0000006Vm9r'")).isFalse();
    assertThat(SalesforceId.isId("")).isFalse();
    assertThat(SalesforceId.isId(null)).isFalse();
  }
}
