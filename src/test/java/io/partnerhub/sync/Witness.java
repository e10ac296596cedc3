package io.partnerhub.sync;

import io.partnerhub.sync.store.Changes;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.store.Transaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Stands before a store: pauses each transaction, and remembers all that was ever stored. */
final class Witness {

  private final Runnable pause;
  private final Set<List<String>> judged = new HashSet<>();
  private final Set<List<String>> held = new HashSet<>();
  private final Map<String, Set<Long>> recordsOf = new HashMap<>();
  private final List<LedgerEntry> ledger = new ArrayList<>();
  private final Set<String> garbled = new TreeSet<>();

  Witness(Runnable pause) {
    this.pause = pause;
  }

  /** Whether a value of a field was ever agreed, a candidate, or refused by its rule. */
  boolean isJudged(String field, String value) {
    return judged.contains(List.of(field, value));
  }

  /** Whether a value of a field was ever a candidate of a hold. */
  boolean wasHeld(String field, String value) {
    return held.contains(List.of(field, value));
  }

  /** The records that a copy ever belonged to. */
  Set<Long> recordsOf(String nativeId) {
    return recordsOf.getOrDefault(nativeId, Set.of());
  }

  /** Texts that are no values, and were agreed all the same. */
  Set<String> garbled() {
    return garbled;
  }

  List<LedgerEntry> ledger() {
    return ledger;
  }

  Store before(Store store) {
    return proxy(
        Store.class,
        (method, arguments) -> {
          if (Set.of("inTransaction", "reading").contains(method.getName())) {
            pause.run();
            @SuppressWarnings("unchecked")
            Function<Transaction, Object> work = (Function<Transaction, Object>) arguments[1];
            Function<Transaction, Object> watched = tx -> work.apply(before(tx));
            arguments[1] = watched;
          }
          return method.invoke(store, arguments);
        });
  }

  private Transaction before(Transaction tx) {
    return proxy(
        Transaction.class,
        (method, arguments) -> {
          if (List.of("save", "settle").contains(method.getName())) {
            remember((Changes) arguments[1]);
          }
          return method.invoke(tx, arguments);
        });
  }

  private void remember(Changes changes) {
    for (AgreedRecord record : changes.records()) {
      record.agreed().asMap().forEach((field, value) -> judged.add(List.of(field, value)));
      record.held().forEach(this::remember);
      record.agreed().asMap().values().stream().filter(History::isGarbled).forEach(garbled::add);
    }
    for (LedgerEntry entry : changes.ledger()) {
      for (Decision decision : entry.decisions()) {
        if (decision.verdict() == Decision.Verdict.REFUSED && decision.was() != null) {
          judged.add(List.of(decision.field(), decision.was()));
        }
        if (decision.verdict() == Decision.Verdict.ACCEPTED && decision.is() != null) {
          judged.add(List.of(decision.field(), decision.is()));
        }
      }
    }
    changes.standings().stream()
        .map(Changes.Standing::replica)
        .filter(Replica::isLinked)
        .forEach(
            r -> recordsOf.computeIfAbsent(r.id().id(), id -> new HashSet<>()).add(r.record()));
    ledger.addAll(changes.ledger());
  }

  private void remember(String field, Hold hold) {
    for (String value : hold.candidates().values()) {
      if (value != null) {
        judged.add(List.of(field, value));
        held.add(List.of(field, value));
      }
    }
    if (hold.agreed() != null) {
      held.add(List.of(field, hold.agreed()));
    }
  }

  /** A call on its way to what stands behind. */
  private interface Passing {
    Object pass(Method method, Object[] arguments) throws ReflectiveOperationException;
  }

  private static <T> T proxy(Class<T> contract, Passing passing) {
    return contract.cast(
        Proxy.newProxyInstance(
            contract.getClassLoader(),
            new Class<?>[] {contract},
            (self, method, arguments) -> {
              try {
                return passing.pass(method, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
