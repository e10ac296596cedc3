package io.partnerhub.sync;

import io.partnerhub.sync.store.Store;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A store of a hub that is killed between two transactions. */
final class CutOff {

  private static final Set<String> TRANSACTIONS = Set.of("inTransaction", "reading", "beside");

  private CutOff() {}

  /** What the hub does no more. */
  static final class Dead extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  static Store after(int transactions, Store store) {
    AtomicInteger left = new AtomicInteger(transactions);
    return (Store)
        Proxy.newProxyInstance(
            Store.class.getClassLoader(),
            new Class<?>[] {Store.class},
            (proxy, method, arguments) -> {
              if (TRANSACTIONS.contains(method.getName()) && left.getAndDecrement() <= 0) {
                throw new Dead();
              }
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
