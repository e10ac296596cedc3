package io.partnerhub.store;

import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Kind;
import io.partnerhub.mapping.Rollup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;

/** Roll-ups as aggregates over the children {@code x} of one record; texts go as parameters. */
final class RollupSql {

  private static final String CHILD = "x.id is not null";

  private final ChildColumns columns;
  private final List<String> texts = new ArrayList<>();
  private final List<Collection<String>> lists = new ArrayList<>();

  RollupSql(ChildColumns columns) {
    this.columns = columns;
  }

  void bind(Query query) {
    for (int i = 0; i < texts.size(); i++) {
      query.bind("t" + i, texts.get(i));
    }
    for (int i = 0; i < lists.size(); i++) {
      query.bindArray("l" + i, String.class, List.copyOf(lists.get(i)));
    }
  }

  /** How many children count. */
  String counted(Rollup rollup) {
    return count(where(rollup));
  }

  /** The derived field's canonical text. */
  String value(Field field, Rollup rollup) {
    String value = measure(field, rollup);
    return field.kind() == Kind.BOOLEAN ? "coalesce(" + value + ", 'false')" : value;
  }

  private String measure(Field field, Rollup rollup) {
    Rollup.Measure measure = rollup.measure();
    String counts = where(rollup);
    if (measure instanceof Rollup.Sum sum) {
      return number(field, "coalesce(" + of("sum", sum.field(), counts) + ", 0)");
    } else if (measure instanceof Rollup.Min min) {
      return formatted(field, min.field(), of("min", min.field(), counts));
    } else if (measure instanceof Rollup.Max max) {
      return formatted(field, max.field(), of("max", max.field(), counts));
    } else if (measure instanceof Rollup.Latest latest) {
      return formatted(field, latest.field(), latest(latest, counts));
    } else if (measure instanceof Rollup.Any) {
      return "(" + count(counts) + " > 0)::text";
    } else if (measure instanceof Rollup.All) {
      return "(" + every(CHILD, counts) + ")::text";
    } else if (measure instanceof Rollup.Choose choose) {
      return choose(choose, counts);
    }
    return count(counts) + "::text";
  }

  private String of(String aggregate, String field, String counts) {
    return aggregate + "(" + columns.value(field) + ") filter (where " + counts + ")";
  }

  /** Of two children that are equally late, the one that the hub met last. */
  private String latest(Rollup.Latest latest, String counts) {
    String by = columns.value(latest.by());
    return "(array_agg(%s order by %s desc, x.id desc) filter (where %s and (%s) is not null))[1]"
        .formatted(columns.value(latest.field()), by, counts, by);
  }

  private String choose(Rollup.Choose choose, String counts) {
    StringBuilder cases = new StringBuilder("case");
    for (Rollup.Case one : choose.cases()) {
      String holds = one.where() == null ? "true" : holds(one, counts);
      cases.append(" when ").append(holds).append(" then ").append(text(one.value()));
    }
    return cases + " end";
  }

  private String holds(Rollup.Case one, String counts) {
    String meets = counts + " and " + all(one.where());
    return one.all() ? every(counts, meets) : count(meets) + " > 0";
  }

  /** There are such children, and all of them are also those. */
  private static String every(String these, String those) {
    return count(these) + " > 0 and " + count(these) + " = " + count(those);
  }

  private static String count(String which) {
    return "count(*) filter (where " + which + ")";
  }

  private String where(Rollup rollup) {
    return CHILD + (rollup.where().isEmpty() ? "" : " and " + all(rollup.where()));
  }

  private String all(List<Rollup.Condition> conditions) {
    return conditions.stream().map(this::condition).collect(Collectors.joining(" and "));
  }

  private String condition(Rollup.Condition condition) {
    String text = columns.text(condition.field());
    if (condition.values() == null) {
      return text + (condition.empty() ? " is null" : " is not null");
    }
    lists.add(condition.values());
    String values = ":l" + (lists.size() - 1);
    return columns.kind(condition.field()) == Kind.MULTI_PICKLIST
        ? "string_to_array(" + text + ", ';') && " + values
        : text + " = any(" + values + ")";
  }

  private String text(String value) {
    texts.add(value);
    return ":t" + (texts.size() - 1);
  }

  private String formatted(Field field, String from, String value) {
    Kind kind = columns.kind(from);
    return kind == Kind.NUMBER || kind == Kind.MONEY ? number(field, value) : value;
  }

  /** As the mapping's numbers are: rounded half up, without trailing zeros. */
  private static String number(Field field, String value) {
    return "trim_scale(round(" + value + ", " + field.scale() + "))::text";
  }
}
