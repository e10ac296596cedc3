package io.partnerhub.sandbox.demo.data;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The customers as accounts in Salesforce; what the file lacks is derived from their place in it.
 */
public final class SeedAccounts {

  private static final Set<String> NORTH = Set.of("USA", "Canada", "Mexico");
  private static final Set<String> SOUTH = Set.of("Brazil", "Argentina", "Venezuela");
  private static final List<String> STATES =
      List.of("Active", "Active", "Onboarding", "Active", "Prospect", "Active", "Paused");
  private static final List<String> PROGRAMMES =
      Arrays.asList("Affiliate", "Affiliate;Reseller", null, "Referral");
  private static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 7);
  private static final Instant LAST_REVIEW = Instant.parse("2026-01-05T09:30:00Z");

  private SeedAccounts() {}

  /** In the order of the customers. */
  public static List<Map<String, Object>> of(List<Customer> customers) {
    List<Map<String, Object>> accounts = new ArrayList<>();
    for (Customer customer : customers) {
      accounts.add(account(customer, accounts.size()));
    }
    return accounts;
  }

  private static Map<String, Object> account(Customer customer, int place) {
    Map<String, Object> account = new LinkedHashMap<>();
    account.put("Partner_Code__c", customer.code());
    account.put("Name", customer.company());
    account.put("Contact_Name__c", customer.contact());
    account.put("Contact_Title__c", customer.title());
    account.put("Contact_Email__c", email(customer));
    account.put("Phone", customer.phone());
    account.put("BillingStreet", customer.street());
    account.put("BillingCity", customer.city());
    account.put("BillingPostalCode", customer.postalCode());
    account.put("BillingCountry", customer.country());
    account.put("Region__c", region(customer.country()));
    account.putAll(business(place));
    account.values().removeIf(java.util.Objects::isNull);
    return account;
  }

  private static Map<String, Object> business(int place) {
    String status = STATES.get(place % STATES.size());
    Map<String, Object> account = new LinkedHashMap<>();
    account.put("Partner_Status__c", status);
    account.put("Credit_Limit__c", new BigDecimal(1_000 * (1 + place * 7 % 40)));
    account.put(
        "Discount__c", place % 5 == 0 ? null : new BigDecimal("2.5").multiply(times(place)));
    account.put(
        "Onboarded_On__c",
        status.equals("Prospect") ? null : FIRST_DAY.plusDays(place * 23L).toString());
    account.put("Last_Review__c", LAST_REVIEW.minus(place * 3L, ChronoUnit.DAYS).toString());
    account.put("Newsletter__c", place % 3 == 0);
    account.put("Programmes__c", PROGRAMMES.get(place % PROGRAMMES.size()));
    account.put("Notes__c", place % 10 == 0 ? "Asks for a call before each delivery." : null);
    return account;
  }

  private static BigDecimal times(int place) {
    return BigDecimal.valueOf(place % 4);
  }

  private static String region(String country) {
    if (NORTH.contains(country)) {
      return "North America";
    }
    return SOUTH.contains(country) ? "South America" : "Europe";
  }

  private static String email(Customer customer) {
    String name = customer.contact() == null ? "office" : customer.contact();
    return "%s@%s.example".formatted(plain(name, "."), plain(customer.code(), ""));
  }

  private static String plain(String text, String separator) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", separator);
  }
}
