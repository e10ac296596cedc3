package io.partnerhub.sandbox.demo;

import io.partnerhub.mapping.Conversion;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The accounts beside the rows at one moment, field by field, each in its one text form.
 *
 * @param inStep codes whose account and only row say the same
 * @param differing fields that differ, by code
 * @param onlyAccount codes without a row
 * @param onlyRow codes without an account
 * @param twice codes that several rows have
 * @param withoutCode ids of rows without a code
 */
record Comparison(
    Set<String> inStep,
    Map<String, Set<String>> differing,
    Set<String> onlyAccount,
    Set<String> onlyRow,
    Set<String> twice,
    List<String> withoutCode) {

  static Comparison of(Systems systems) {
    Map<String, Copy> accounts = new TreeMap<>();
    systems.accounts().forEach(account -> accounts.put(account.code(), account));
    Map<String, List<Copy>> rows = new TreeMap<>();
    List<String> withoutCode = new ArrayList<>();
    for (Copy row : systems.rows()) {
      if (row.code() == null) {
        withoutCode.add(row.id());
      } else {
        rows.computeIfAbsent(row.code(), code -> new ArrayList<>()).add(row);
      }
    }
    return of(accounts, rows, withoutCode, systems.mapping());
  }

  private static Comparison of(
      Map<String, Copy> accounts,
      Map<String, List<Copy>> rows,
      List<String> withoutCode,
      Mapping mapping) {
    Set<String> inStep = new TreeSet<>();
    Map<String, Set<String>> differing = new TreeMap<>();
    Set<String> onlyRow = new TreeSet<>();
    Set<String> twice = new TreeSet<>();
    rows.forEach(
        (code, same) -> {
          if (same.size() > 1) {
            twice.add(code);
          } else if (!accounts.containsKey(code)) {
            onlyRow.add(code);
          } else {
            Set<String> fields = differences(accounts.get(code), same.get(0), mapping);
            if (fields.isEmpty()) {
              inStep.add(code);
            } else {
              differing.put(code, fields);
            }
          }
        });
    Set<String> onlyAccount = new TreeSet<>(accounts.keySet());
    onlyAccount.removeAll(rows.keySet());
    return new Comparison(inStep, differing, onlyAccount, onlyRow, twice, withoutCode);
  }

  private static Set<String> differences(Copy account, Copy row, Mapping mapping) {
    Set<String> fields = new TreeSet<>();
    for (Field field : mapping.fields()) {
      String whole = account.values().get(field.name());
      String cell = row.values().get(field.name());
      if (!Objects.equals(whole, cell) && !shortens(cell, whole)) {
        fields.add(field.name());
      }
    }
    return fields;
  }

  /** A cell holds less than Salesforce: it begins as the text does, and says that it was cut. */
  private static boolean shortens(String cell, String whole) {
    return whole != null
        && Conversion.isShortened(cell)
        && whole.startsWith(cell.substring(0, cell.lastIndexOf('\u2026')));
  }
}
