package io.partnerhub.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sandbox.sim.Operation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginTest {

  private static final SandboxOrg sim = new SandboxOrg();
  private static final String GOOD =
      "grant_type=client_credentials&client_id=partner-hub&client_secret=sandbox-secret&format=json";

  @BeforeEach
  void begin() {
    sim.fresh();
  }

  @AfterAll
  static void stop() {
    sim.close();
  }

  @Test
  void a_token_comes_with_the_orgs_address_and_an_identity_of_18_characters() {
    JsonNode token = sim.login(GOOD).json();

    assertThat(token.path("instance_url").asText()).isEqualTo(sim.server.baseUrl());
    assertThat(token.path("id").asText())
        .matches(sim.server.baseUrl() + "/id/00D\\w{15}/005\\w{15}");
    assertThat(token.path("token_type").asText()).isEqualTo("Bearer");
    assertThat(token.path("issued_at").isTextual()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "grant_type=client_credentials&client_id=other&client_secret=sandbox-secret, invalid_client_id",
    "grant_type=client_credentials&client_id=partner-hub&client_secret=x, invalid_client",
    "grant_type=client_credentials, invalid_client_id",
    "grant_type=password&username=a&password=b, unsupported_grant_type",
    "nothing, unsupported_grant_type",
    "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=a.b.c, invalid_grant"
  })
  void a_sign_in_is_refused_with_its_reason(String form, String error) {
    SandboxOrg.Answer answer = sim.login(form);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("error").asText()).isEqualTo(error);
    assertThat(answer.json().path("error_description").asText()).isNotEmpty();
  }

  @Test
  void a_call_without_a_valid_token_is_401_and_costs_no_api_call() {
    sim.org.expireTokens();

    SandboxOrg.Answer answer = sim.get("limits");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.errorCode()).isEqualTo("INVALID_SESSION_ID");
    assertThat(answer.http().headers().firstValue("Sforce-Limit-Info"))
        .contains("api-usage=0/100000");
  }

  @Test
  void a_revoked_token_is_worth_nothing() {
    String token = sim.login(GOOD).json().path("access_token").asText();

    assertThat(sim.get("/services/oauth2/revoke?token=" + token).status()).isEqualTo(200);
    assertThat(sim.get("/services/oauth2/revoke?token=" + token).status()).isEqualTo(400);
  }

  @Test
  void a_sign_in_counts_as_such() {
    sim.server.counters().reset();

    sim.login(GOOD);

    assertThat(sim.server.counters().snapshot().of(Operation.LOGIN)).isEqualTo(1);
  }

  @Test
  void calls_beyond_the_days_limit_are_403_until_the_next_day() {
    sim.org.dailyCalls(2);
    sim.get("limits");
    sim.get("limits");

    SandboxOrg.Answer third = sim.get("limits");
    sim.clock.advance(java.time.Duration.ofHours(24));

    assertThat(third.status()).isEqualTo(403);
    assertThat(third.errorCode()).isEqualTo("REQUEST_LIMIT_EXCEEDED");
    assertThat(sim.get("limits").json().path("DailyApiRequests").path("Remaining").asInt())
        .isEqualTo(1);
  }
}
