package io.partnerhub.connector.smartsheet;

import static io.partnerhub.model.SystemName.SMARTSHEET;

import io.partnerhub.mapping.Mapping;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The sheets that are to have a webhook.
 *
 * @param columns the ids of those it is to tell of, by sheet
 * @param unjudged why it cannot be told which columns these are, by sheet
 */
record WantedHooks(Map<String, Set<Long>> columns, Map<String, String> unjudged) {

  /**
   * What mappings want.
   *
   * @throws ApiFault where the service as a whole cannot be asked
   */
  static WantedHooks of(List<Mapping> mappings, Layouts layouts) {
    WantedHooks wanted = new WantedHooks(new TreeMap<>(), new TreeMap<>());
    for (Mapping mapping : mappings) {
      mapping
          .side(SMARTSHEET)
          .placement()
          .locations()
          .forEach(sheet -> wanted.add(sheet, mapping, layouts));
    }
    wanted.columns.keySet().removeAll(wanted.unjudged.keySet());
    return wanted;
  }

  private void add(String sheet, Mapping mapping, Layouts layouts) {
    try {
      Set<Long> ids = columns.computeIfAbsent(sheet, s -> new TreeSet<>());
      layouts.of(sheet).of(mapping).forEach(column -> ids.add(column.id()));
    } catch (ApiFault fault) {
      if (fault.meaning().reach() == FaultClass.Reach.SYSTEM) {
        throw fault;
      }
      unjudged.put(sheet, fault.getMessage() + ".");
      layouts.drop(sheet); // it may have been mended by the next look
    }
  }

  Set<String> sheets() {
    Set<String> sheets = new HashSet<>(columns.keySet());
    sheets.addAll(unjudged.keySet());
    return sheets;
  }
}
