package io.partnerhub.sandbox.demo.data;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** A partner's row of the tracker as people type it. */
final class TypedRow {

  private static final Map<String, List<String>> ALIASES =
      Map.of(
          "Europe", List.of("Europe", "EU", "emea"),
          "North America", List.of("North America", "NA", "N. America"),
          "South America", List.of("South America", "LATAM", "S. America"),
          "Active", List.of("Active", "live", "ACTIVE"),
          "Prospect", List.of("Prospect", "lead"),
          "Onboarding", List.of("Onboarding", "in setup"),
          "Paused", List.of("Paused", "on hold"));

  private TypedRow() {}

  /**
   * The cells by column title; the same for the same state of the random source.
   *
   * @param account the partner's fields in Salesforce
   */
  static Map<String, Object> of(Map<String, Object> account, Random random) {
    Typist typist = new Typist(random);
    typist.put("Code", typist.typed(text(account, "Partner_Code__c")));
    typist.put("Company", typist.spaced(text(account, "Name")));
    typist.mostly("Contact", typist.spaced(text(account, "Contact_Name__c")));
    typist.mostly("Title", typist.spaced(text(account, "Contact_Title__c")));
    typist.mostly("E-mail", typist.typed(text(account, "Contact_Email__c")));
    typist.mostly("Phone", typist.phone(text(account, "Phone")));
    typist.mostly("Street", text(account, "BillingStreet"));
    typist.mostly("City", typist.spaced(text(account, "BillingCity")));
    typist.mostly("Postal code", text(account, "BillingPostalCode"));
    typist.mostly("Country", text(account, "BillingCountry"));
    typist.mostly("Region", typist.alias(text(account, "Region__c"), ALIASES));
    typist.mostly("Status", typist.alias(text(account, "Partner_Status__c"), ALIASES));
    typist.mostly("Credit limit", account.get("Credit_Limit__c"));
    typist.mostly("Discount", account.get("Discount__c"));
    typist.mostly("Onboarded on", text(account, "Onboarded_On__c"));
    typist.mostly("Programmes", choices(text(account, "Programmes__c")));
    if (Boolean.TRUE.equals(account.get("Newsletter__c"))) {
      typist.put("Newsletter", true);
    }
    if (typist.oneIn(6)) {
      typist.put(
          "Tracker note", "met at the fair, call back in %d weeks".formatted(typist.number(12)));
    }
    return typist.cells();
  }

  private static String text(Map<String, Object> account, String field) {
    return (String) account.get(field);
  }

  private static List<String> choices(String joined) {
    return joined == null ? null : List.of(joined.split(";"));
  }
}
