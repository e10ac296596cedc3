package io.partnerhub.sync.kin;

import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.sync.AgreedRecord;
import io.partnerhub.sync.Decision;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.LedgerEntry;
import io.partnerhub.sync.Origin;
import io.partnerhub.sync.merge.Merged;
import io.partnerhub.sync.store.Rename;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.store.Transaction;
import io.partnerhub.sync.store.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets the references of a type follow the parents that were renamed, oldest rename first. */
public final class Following {

  private static final int PAGE = 1_000;

  private final Store store;
  private final Mapping mapping;

  /** Of the references of one type. */
  public Following(Store store, Mapping mapping) {
    this.store = store;
    this.mapping = mapping;
  }

  /** Follows them all; whether there were any. */
  public boolean follow() {
    boolean followed = false;
    if (!mapping.references().isEmpty()) {
      while (store.hasRenames(mapping.type())) {
        store.inTransaction(mapping.type(), this::page);
        followed = true;
      }
    }
    return followed;
  }

  /** Children under the old key become fewer with each page; the last one ends the rename. */
  private Void page(Transaction tx) {
    Optional<Rename> next = tx.references().nextRename();
    next.ifPresent(
        rename -> {
          List<Long> children = tx.references().children(rename.parent(), PAGE);
          Workbench bench = new Workbench(mapping, tx.dossiers(children));
          children.forEach(child -> follow(bench, bench.get(child), rename));
          tx.save(rename.origin().system(), bench.finish(tx));
          if (children.size() < PAGE) {
            tx.references().followed(rename);
          }
        });
    return null;
  }

  private void follow(Workbench bench, Dossier child, Rename rename) {
    AgreedRecord record = child.record();
    String because = rename.parent() + " is now " + rename.newKey();
    Origin origin =
        new Origin(
            rename.origin().system(),
            rename.origin().reading(),
            because,
            rename.origin().notBefore(),
            rename.origin().notAfter());
    List<Decision> decisions = new ArrayList<>();
    for (Field field : mapping.references()) {
      boolean refers =
          field.refersTo().equals(rename.parent().type())
              && rename.parent().key().equals(record.agreed().get(field.name()));
      if (refers) {
        decisions.add(
            new Decision(
                Decision.Verdict.ACCEPTED,
                field.name(),
                rename.parent().key(),
                rename.newKey(),
                because));
        record = record.accept(field.name(), rename.newKey(), origin);
      }
    }
    bench.take(
        origin.system(),
        new Merged(child.with(record), decisions),
        LedgerEntry.Event.OBSERVED,
        null,
        origin.reading());
  }
}
