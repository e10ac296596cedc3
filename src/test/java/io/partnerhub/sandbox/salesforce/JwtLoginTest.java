package io.partnerhub.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JwtLoginTest {

  private static final KeyPair KEYS = keys();
  private static final String BASE = "http://127.0.0.1:8080";
  private static final Instant NOW = Instant.ofEpochSecond(1_000);
  private static final OrgSettings SETTINGS = OrgSettings.sandbox().withJwtKey(KEYS.getPublic());

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String assertion(String algorithm, String claims) throws Exception {
    String text = part("{\"alg\":\"" + algorithm + "\"}") + "." + part(claims);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(KEYS.getPrivate());
    signature.update(text.getBytes(StandardCharsets.US_ASCII));
    return text + "." + Base64.getUrlEncoder().encodeToString(signature.sign());
  }

  private static String part(String json) {
    return Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String claims(String iss, String sub, String aud, String exp) {
    return "{\"iss\":\"%s\",\"sub\":\"%s\",\"aud\":\"%s\",\"exp\":\"%s\"}"
        .formatted(iss, sub, aud, exp);
  }

  @ParameterizedTest
  @CsvSource({BASE, "https://login.salesforce.com", "https://test.salesforce.com"})
  void a_signed_assertion_is_accepted_for_this_org_and_the_login_hosts(String audience)
      throws Exception {
    String assertion =
        assertion("RS256", claims("partner-hub", "hub@partners.example", audience, "1270"));

    assertThatCode(() -> JwtAssertion.check(assertion, SETTINGS, BASE, NOW))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "RS256, other, hub@partners.example, http://127.0.0.1:8080, 1270, invalid_client_id",
    "RS256, partner-hub, eve@partners.example, http://127.0.0.1:8080, 1270, invalid_grant",
    "RS256, partner-hub, hub@partners.example, http://evil.example, 1270, invalid_grant",
    "RS256, partner-hub, hub@partners.example, http://127.0.0.1:8080, 1000, invalid_grant",
    "RS256, partner-hub, hub@partners.example, http://127.0.0.1:8080, soon, invalid_grant",
    "none, partner-hub, hub@partners.example, http://127.0.0.1:8080, 1270, invalid_grant"
  })
  void a_wrong_claim_is_refused(
      String algorithm, String iss, String sub, String aud, String exp, String error)
      throws Exception {
    String assertion = assertion(algorithm, claims(iss, sub, aud, exp));

    assertThatThrownBy(() -> JwtAssertion.check(assertion, SETTINGS, BASE, NOW))
        .isInstanceOfSatisfying(LoginRefused.class, e -> assertThat(e.error()).isEqualTo(error));
  }

  @Test
  void an_altered_assertion_is_refused() throws Exception {
    String[] parts =
        assertion("RS256", claims("partner-hub", "x@partners.example", BASE, "1270")).split("\\.");
    String altered =
        parts[0]
            + "."
            + part(claims("partner-hub", "hub@partners.example", BASE, "1270"))
            + "."
            + parts[2];

    assertThatThrownBy(() -> JwtAssertion.check(altered, SETTINGS, BASE, NOW))
        .hasMessage("invalid assertion");
  }

  @ParameterizedTest
  @CsvSource({"''", "a.b", "a.b.c", "'!.!.!'"})
  void what_is_no_assertion_is_refused(String text) {
    assertThatThrownBy(() -> JwtAssertion.check(text, SETTINGS, BASE, NOW))
        .hasMessage("invalid assertion");
  }
}
