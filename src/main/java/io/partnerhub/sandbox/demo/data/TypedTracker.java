package io.partnerhub.sandbox.demo.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The tracker before the hub came: 60 of the partners as people type them, a second row with a key
 * that is taken, a row without a key, and three partners that Salesforce has never heard of.
 *
 * @param rows cells by column title
 * @param twice the code that two rows have
 * @param disputed the field in which row and account contradict each other, by code: a person must
 *     decide
 * @param unknown the codes that Salesforce lacks
 */
public record TypedTracker(
    List<Map<String, Object>> rows,
    String twice,
    Map<String, String> disputed,
    Set<String> unknown) {

  private static final int TYPED = 60;
  private static final int RENAMED = 3;
  private static final int TWICE = 6;

  /**
   * The same for the same seed.
   *
   * @param withOrders the partner whose key two rows have is none of these: its orders would wait
   */
  static TypedTracker of(List<Map<String, Object>> accounts, Set<String> withOrders, long seed) {
    Random random = new Random(seed);
    List<Map<String, Object>> chosen = new ArrayList<>(accounts);
    Collections.shuffle(chosen, random);
    Collections.swap(chosen, TWICE, first(chosen, a -> !withOrders.contains(code(a))));
    chosen = chosen.subList(0, TYPED);
    List<Map<String, Object>> rows = new ArrayList<>();
    chosen.forEach(account -> rows.add(TypedRow.of(account, random)));
    for (int at = 0; at < RENAMED; at++) {
      rows.get(at).merge("Company", " Ltd.", (name, more) -> name.toString().strip() + more);
    }
    Map<String, String> disputed = new TreeMap<>();
    disputed.put(code(chosen.get(3)), "contact");
    rows.get(3).put("Contact", "Robin Newcomer");
    disputed.put(code(chosen.get(4)), "email");
    rows.get(4).put("E-mail", "sales@elsewhere.example");
    rows.get(5).put("Region", "Other");
    rows.add(again(chosen.get(TWICE)));
    rows.add(withoutKey(chosen.get(7)));
    List<Map<String, Object>> others = chosen.subList(8, TYPED);
    int active = 8 + first(others, a -> "Active".equals(a.get("Partner_Status__c")));
    disputed.put(code(chosen.get(active)), "status");
    rows.get(active).put("Status", "on hold");
    List<Map<String, Object>> strangers = strangers();
    rows.addAll(strangers);
    Collections.shuffle(rows, random);
    Set<String> codes = new TreeSet<>();
    strangers.forEach(row -> codes.add(row.get("Code").toString()));
    return new TypedTracker(rows, code(chosen.get(TWICE)), disputed, codes);
  }

  private static int first(
      List<Map<String, Object>> accounts, Predicate<Map<String, Object>> wish) {
    return IntStream.range(0, accounts.size())
        .filter(at -> wish.test(accounts.get(at)))
        .findFirst()
        .orElseThrow();
  }

  private static String code(Map<String, Object> account) {
    return account.get("Partner_Code__c").toString();
  }

  private static Map<String, Object> again(Map<String, Object> account) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("Code", code(account));
    row.put("Company", account.get("Name"));
    row.put("Phone", "555 0100");
    return row;
  }

  private static Map<String, Object> withoutKey(Map<String, Object> account) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("Company", account.get("Name") + " (new branch?)");
    row.put("Status", "lead");
    return row;
  }

  private static List<Map<String, Object>> strangers() {
    return List.of(
        partner("NORDL", "Nordlicht Naturkost", "Anke Petersen", "Germany", "EU"),
        partner("PACIF", "Pacific Pantry", "Kai Nakamura", "USA", "NA"),
        partner("SERRA", "Serra Verde Alimentos", "Joana Prado", "Brazil", "LATAM"));
  }

  private static Map<String, Object> partner(
      String code, String company, String contact, String country, String region) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("Code", code);
    row.put("Company", company);
    row.put("Contact", contact);
    row.put("Country", country);
    row.put("Region", region);
    row.put("Status", "lead");
    row.put("Credit limit", new BigDecimal("2500"));
    row.put("Tracker note", "signed up at the fair");
    return row;
  }
}
