package io.partnerhub.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Partners that nobody has, as many as are asked for, as Salesforce accounts. */
public final class MadeUpPartners {

  private static final List<String> TRADES =
      List.of("Books", "Coffee", "Cycles", "Fabrics", "Gardens", "Music", "Optics", "Toys");
  private static final List<String> NAMES =
      List.of("Amari", "Björk", "Castillo", "Dubois", "Eze", "Fischer", "Grant", "Horváth");
  private static final List<Place> PLACES =
      List.of(
          new Place("Berlin", "Germany", "Europe"),
          new Place("Lyon", "France", "Europe"),
          new Place("Portland", "USA", "North America"),
          new Place("Curitiba", "Brazil", "South America"),
          new Place("Osaka", "Japan", "Other"));
  private static final List<String> STATES = List.of("Prospect", "Onboarding", "Active", "Paused");

  private MadeUpPartners() {}

  private record Place(String city, String country, String region) {}

  /** The same ones for the same seed; their codes are P000001 and on. */
  public static Iterable<Map<String, Object>> accounts(long seed, int count) {
    return () -> {
      Random random = new Random(seed);
      return IntStream.rangeClosed(1, count).mapToObj(number -> account(number, random)).iterator();
    };
  }

  private static Map<String, Object> account(int number, Random random) {
    String name = any(NAMES, random);
    Place place = any(PLACES, random);
    Map<String, Object> account = new LinkedHashMap<>();
    account.put("Partner_Code__c", "P%06d".formatted(number));
    account.put("Name", "%s %s %d".formatted(name, any(TRADES, random), number));
    account.put("Contact_Name__c", any(NAMES, random) + " " + name);
    account.put("Contact_Email__c", "partner%d@partners.example".formatted(number));
    account.put("Phone", "+1 555 %07d".formatted(number));
    account.put("BillingStreet", "Main Street " + number);
    account.put("BillingCity", place.city());
    account.put("BillingCountry", place.country());
    account.put("Region__c", place.region());
    account.put("Partner_Status__c", any(STATES, random));
    account.put("Credit_Limit__c", 1_000 * (1 + random.nextInt(50)));
    account.put("Newsletter__c", random.nextBoolean());
    return account;
  }

  private static <T> T any(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
