package io.partnerhub.connector.smartsheet;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How full each sheet is, as last seen; says once when one is about to be full. */
final class Fills {

  private static final Logger LOG = LoggerFactory.getLogger(Fills.class);
  private static final double WARN_AT = 0.8;

  private final Map<String, SheetFill> fills = new ConcurrentHashMap<>();
  private final Set<String> warned = ConcurrentHashMap.newKeySet();

  Map<String, SheetFill> all() {
    return Map.copyOf(fills);
  }

  void seen(Layout layout, int rows) {
    SheetFill fill = SheetFill.of(layout.sheet(), layout.title(), rows, layout.columns().size());
    fills.put(layout.sheet(), fill);
    warn(fill);
  }

  void added(Layout layout, int rows) {
    seen(layout, of(layout).rows() + rows);
  }

  /** The fill of a sheet whose layout was read, which always notes it. */
  SheetFill of(Layout layout) {
    return fills.getOrDefault(
        layout.sheet(), SheetFill.of(layout.sheet(), layout.title(), 0, layout.columns().size()));
  }

  private void warn(SheetFill fill) {
    if (fill.share() < WARN_AT) {
      warned.remove(fill.sheet());
    } else if (warned.add(fill.sheet())) {
      LOG.warn(
          "The sheet \"{}\" ({}) is {} full ({} rows, {} columns, {} cells; it ends at {} rows, {}"
              + " columns or {} cells): spread its records over several sheets in the mapping, or"
              + " archive rows",
          fill.title(),
          fill.sheet(),
          String.format(Locale.ROOT, "%.0f %%", fill.share() * 100),
          fill.rows(),
          fill.columns(),
          fill.cells(),
          SheetFill.MOST_ROWS,
          SheetFill.MOST_COLUMNS,
          SheetFill.MOST_CELLS);
    }
  }
}
