package io.partnerhub.connector.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.intake.Knock;
import io.partnerhub.intake.Verdict;
import io.partnerhub.sync.system.Hint;
import io.partnerhub.sync.system.Notice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutboundMessagesTest {

  private static final String ORG = "00D300000000XkPEAU";
  private static final String NO_MESSAGE = "400 it is no Outbound Message";

  private final AtomicReference<String> identity =
      new AtomicReference<>("https://login.salesforce.com/id/" + ORG + "/005300000000001AAA");
  private final OutboundMessages messages = new OutboundMessages(new HubUser(identity::get));

  @TempDir private static Path directory;

  /** As Salesforce sends it, with session id, URLs and fields. */
  private static String message(String org, String... notifications) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" \
    xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
     <soapenv:Body>
      <notifications xmlns="http://soap.sforce.com/2005/09/outbound">
       <OrganizationId>%s</OrganizationId>
       <ActionId>04k300000000001AAA</ActionId>
       <SessionId>00D300000000XkP!AQ4AQFake</SessionId>
       <EnterpriseUrl>https://example.my.salesforce.com/services/Soap/c/62.0/%s</EnterpriseUrl>
       <PartnerUrl>https://example.my.salesforce.com/services/Soap/u/62.0/%s</PartnerUrl>
       %s
      </notifications>
     </soapenv:Body>
    </soapenv:Envelope>
    """
        .formatted(org, org, org, String.join("\n", notifications));
  }

  private static String notification(String id, String type, String record) {
    return """
    <Notification>
     <Id>%s</Id>
     <sObject xsi:type="sf:%s" xmlns:sf="urn:sobject.enterprise.soap.sforce.com">
      <sf:Id>%s</sf:Id>
      <sf:Name>Tom &amp; Jerry &lt;Ltd&gt;</sf:Name>
      <sf:Id__c>nothing of ours</sf:Id__c>
     </sObject>
    </Notification>"""
        .formatted(id, type, record);
  }

  private static final String FIRST =
      notification("04l300000000001AAA", "Account", "001300000000001AAA");

  @Test
  void every_notification_is_a_notice_of_its_own_and_all_are_acknowledged_together() {
    Verdict.Admit admitted =
        admit(
            message(
                ORG,
                FIRST,
                notification("04l300000000002AAA", "Activation__c", "a0B300000000002AAA")));

    assertThat(admitted.source()).isEqualTo("salesforce/OutboundMessages");
    assertThat(admitted.notices())
        .containsExactly(
            new Notice("04l300000000001AAA", List.of(Hint.of("Account", "001300000000001AAA"))),
            new Notice(
                "04l300000000002AAA", List.of(Hint.of("Activation__c", "a0B300000000002AAA"))));
    assertThat(admitted.answer().status()).isEqualTo(200);
    assertThat(admitted.answer().contentType()).isEqualTo("text/xml; charset=utf-8");
    assertThat(admitted.answer().body()).contains("<Ack>true</Ack>");
  }

  @Test
  void short_ids_are_known_by_their_long_form() {
    Notice notice =
        admit(
                message(
                    "00D300000000XkP",
                    notification("04l300000000001", "Account", "001300000000001")))
            .notices()
            .get(0);

    assertThat(notice)
        .isEqualTo(
            new Notice("04l300000000001AAA", List.of(Hint.of("Account", "001300000000001AAA"))));
  }

  @Test
  void a_message_of_another_org_is_refused() {
    assertThat(refusal(message("00D300000000XkQEAU", FIRST))).isEqualTo("403 it is of another org");
  }

  @Test
  void before_the_first_login_it_is_to_come_again() {
    identity.set(null);

    assertThat(refusal(message(ORG, FIRST)))
        .isEqualTo("503 the hub is not logged in at Salesforce yet");
  }

  @ParameterizedTest
  @MethodSource
  void what_is_no_such_message_is_refused(String body) {
    assertThat(refusal(body)).startsWith("400 it ");
  }

  static Stream<String> what_is_no_such_message_is_refused() {
    String good = message(ORG, FIRST);
    return Stream.of(
        "",
        "no XML",
        "{}",
        "<Envelope/>",
        good.substring(0, good.length() - 30),
        message(ORG),
        message("", FIRST),
        message(ORG, notification("", "Account", "001300000000001AAA")),
        message(ORG, notification("04l300000000001AAA", "", "001300000000001AAA")),
        message(ORG, notification("04l300000000001AAA", "Account; drop", "001300000000001AAA")),
        message(ORG, notification("04l300000000001AAA", "Account", "1' or '1'='1")),
        message(ORG, FIRST.replace("<sf:Id>", "<sf:Id><x>").replace("</sf:Id>", "</x></sf:Id>")),
        message(ORG, FIRST.replaceAll("(?s)<Id>.*?</Id>", "")),
        good.replace("http://soap.sforce.com/2005/09/outbound", "urn:other"),
        good + "<more/>",
        "<a>".repeat(100_000),
        message(
            ORG, FIRST.replace("<sf:Name>", "<a>".repeat(20) + "</a>".repeat(20) + "<sf:Name>")));
  }

  @Test
  void more_notifications_than_there_can_be_are_refused() {
    String[] many =
        IntStream.range(100, 201)
            .mapToObj(
                i -> notification("04l300000000" + i + "AAA", "Account", "001300000000001AAA"))
            .toArray(String[]::new);

    assertThat(refusal(message(ORG, many))).isEqualTo(NO_MESSAGE);
    String[] hundred = List.of(many).subList(0, 100).toArray(String[]::new);
    assertThat(admit(message(ORG, hundred)).notices()).hasSize(100);
  }

  @Test
  void no_entity_is_unfolded_and_no_file_or_address_read() throws IOException {
    Path secret = Files.writeString(directory.resolve("secret"), "001300000000009AAA");
    String outside = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
    String laughs =
        "<!DOCTYPE x [<!ENTITY a0 \"ha\">"
            + IntStream.range(1, 30)
                .mapToObj(i -> "<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1))
                .collect(Collectors.joining())
            + "]>";
    String good = message(ORG, FIRST);
    String withEntity = good.replace("001300000000001AAA", "&e;").replace("Tom", "&a29;");

    for (String type :
        List.of(outside, laughs, "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">")) {
      String head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
      assertThat(refusal(good.replace(head, head + type))).startsWith("400 it ");
      assertThat(refusal(withEntity.replace(head, head + type))).startsWith("400 it ");
    }
    assertThat(refusal(withEntity)).startsWith("400 it ");
  }

  @Test
  void neither_session_nor_fields_are_kept() {
    assertThat(admit(message(ORG, FIRST)).toString()).doesNotContain("AQ4AQFake", "Tom");
  }

  private Verdict judge(String body) {
    return messages.judge(new Knock(Map.of(), body.getBytes(StandardCharsets.UTF_8)));
  }

  private Verdict.Admit admit(String body) {
    assertThat(judge(body)).isInstanceOf(Verdict.Admit.class);
    return (Verdict.Admit) judge(body);
  }

  private String refusal(String body) {
    Verdict verdict = judge(body);
    assertThat(verdict).isInstanceOf(Verdict.Refuse.class);
    Verdict.Refuse refused = (Verdict.Refuse) verdict;
    return refused.answer().status() + " " + refused.why();
  }
}
