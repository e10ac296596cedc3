package io.partnerhub.sandbox.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** A row of the tracker as people type it: the account's values, in any case and format. */
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

  private final Map<String, Object> account;
  private final Random random;
  private final Map<String, Object> cells = new LinkedHashMap<>();

  private TypedRow(Map<String, Object> account, Random random) {
    this.account = account;
    this.random = random;
  }

  /**
   * The cells by column title; the same for the same state of the random source.
   *
   * @param account the partner's fields in Salesforce
   */
  static Map<String, Object> of(Map<String, Object> account, Random random) {
    return new TypedRow(account, random).cells();
  }

  private Map<String, Object> cells() {
    put("Code", typed(text("Partner_Code__c")));
    put("Company", spaced(text("Name")));
    mostly("Contact", spaced(text("Contact_Name__c")));
    mostly("Title", spaced(text("Contact_Title__c")));
    mostly("E-mail", typed(text("Contact_Email__c")));
    mostly("Phone", phone(text("Phone")));
    mostly("Street", text("BillingStreet"));
    mostly("City", spaced(text("BillingCity")));
    mostly("Postal code", text("BillingPostalCode"));
    mostly("Country", text("BillingCountry"));
    mostly("Region", alias(text("Region__c")));
    mostly("Status", alias(text("Partner_Status__c")));
    mostly("Credit limit", account.get("Credit_Limit__c"));
    mostly("Discount", account.get("Discount__c"));
    mostly("Onboarded on", text("Onboarded_On__c"));
    mostly("Programmes", choices(text("Programmes__c")));
    if (Boolean.TRUE.equals(account.get("Newsletter__c"))) {
      put("Newsletter", true);
    }
    if (random.nextInt(6) == 0) {
      put("Tracker note", "met at the fair, call back in " + (1 + random.nextInt(12)) + " weeks");
    }
    return cells;
  }

  private String text(String field) {
    return (String) account.get(field);
  }

  private void put(String column, Object value) {
    if (value != null) {
      cells.put(column, value);
    }
  }

  /** One cell in ten was never filled in. */
  private void mostly(String column, Object value) {
    if (random.nextInt(10) > 0) {
      put(column, value);
    }
  }

  private String typed(String text) {
    if (text == null) {
      return null;
    }
    return switch (random.nextInt(4)) {
      case 0 -> text.toLowerCase(Locale.ROOT);
      case 1 -> text.toUpperCase(Locale.ROOT);
      default -> spaced(text);
    };
  }

  private String spaced(String text) {
    if (text == null) {
      return null;
    }
    return switch (random.nextInt(4)) {
      case 0 -> text + " ";
      case 1 -> "  " + text;
      default -> text;
    };
  }

  private String phone(String number) {
    if (number == null) {
      return null;
    }
    return switch (random.nextInt(4)) {
      case 0 -> number.replaceAll("[^0-9]+", " ").strip();
      case 1 -> number.replaceAll("[^0-9]+", ".").replaceAll("^\\.", "");
      case 2 -> number.replaceAll("[^0-9]+", "-").replaceAll("^-", "");
      default -> number;
    };
  }

  private String alias(String value) {
    List<String> names = ALIASES.getOrDefault(value, List.of(value));
    return names.get(random.nextInt(names.size()));
  }

  private static List<String> choices(String joined) {
    return joined == null ? null : List.of(joined.split(";"));
  }
}
