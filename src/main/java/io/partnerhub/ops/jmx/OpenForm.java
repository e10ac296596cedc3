package io.partnerhub.ops.jmx;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import javax.management.openmbean.TabularDataSupport;
import javax.management.openmbean.TabularType;

/**
 * How values of one Java type travel: as an open type, which every JMX client can show without a
 * class of ours. A record is a CompositeData, a list of records a TabularData in their order.
 */
sealed interface OpenForm {

  /** The number of a table's row, from 1: the index that every TabularData must have. */
  String ROW = "row";

  Map<Class<?>, SimpleType<?>> SIMPLE =
      Map.ofEntries(
          Map.entry(void.class, SimpleType.VOID),
          Map.entry(String.class, SimpleType.STRING),
          Map.entry(boolean.class, SimpleType.BOOLEAN),
          Map.entry(int.class, SimpleType.INTEGER),
          Map.entry(Integer.class, SimpleType.INTEGER),
          Map.entry(long.class, SimpleType.LONG),
          Map.entry(Long.class, SimpleType.LONG),
          Map.entry(Instant.class, SimpleType.DATE));

  OpenType<?> type();

  /** The value as it travels; null stays null. */
  Object open(Object value);

  /** The form of a type: a simple one, a record, or a list of records. */
  static OpenForm of(Type type) {
    try {
      if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
        return listOf((Class<?>) list.getActualTypeArguments()[0]);
      }
      SimpleType<?> simple = SIMPLE.get(type);
      return simple != null ? new Simple(simple) : Composite.of((Class<?>) type, false);
    } catch (OpenDataException e) {
      throw new IllegalArgumentException(type + " has no open form: " + e.getMessage(), e);
    }
  }

  /** The form of a list of records. */
  static OpenForm listOf(Class<?> shape) {
    try {
      return new Table(Composite.of(shape, true));
    } catch (OpenDataException e) {
      throw new IllegalArgumentException(shape + " has no open form: " + e.getMessage(), e);
    }
  }

  /**
   * The types of an operation's parameters; clients name a number's type as it is declared, or as
   * the open type of it, which is its class.
   *
   * @param types null for none
   */
  static String signature(String[] types) {
    return Stream.of(types == null ? new String[0] : types)
        .map(
            type ->
                switch (type) {
                  case "int" -> Integer.class.getName();
                  case "long" -> Long.class.getName();
                  default -> type;
                })
        .collect(Collectors.joining(",", "(", ")"));
  }

  /** The sentence that stands beside an exposed thing; it is a defect that there is none. */
  static String description(AnnotatedElement element) {
    Described described = element.getAnnotation(Described.class);
    if (described == null) {
      throw new IllegalArgumentException(element + " is exposed by JMX and not @Described");
    }
    return described.value();
  }

  /** Texts, numbers, and instants as dates. */
  record Simple(SimpleType<?> type) implements OpenForm {
    @Override
    public Object open(Object value) {
      return value instanceof Instant instant ? Date.from(instant) : value;
    }
  }

  /**
   * A record.
   *
   * @param numbered it is a row of a table
   */
  record Composite(CompositeType type, List<Item> items, boolean numbered) implements OpenForm {

    private record Item(String name, Method accessor, OpenForm form) {}

    private static Composite of(Class<?> shape, boolean numbered) throws OpenDataException {
      List<Item> items = new ArrayList<>();
      List<String> names = new ArrayList<>();
      List<String> descriptions = new ArrayList<>();
      List<OpenType<?>> types = new ArrayList<>();
      if (numbered) {
        names.add(ROW);
        descriptions.add("Number of the row, from 1.");
        types.add(SimpleType.INTEGER);
      }
      for (RecordComponent component : shape.getRecordComponents()) {
        OpenForm form = OpenForm.of(component.getGenericType());
        items.add(new Item(component.getName(), component.getAccessor(), form));
        names.add(component.getName());
        descriptions.add(description(component));
        types.add(form.type());
      }
      return new Composite(
          new CompositeType(
              shape.getSimpleName(),
              description(shape),
              names.toArray(String[]::new),
              descriptions.toArray(String[]::new),
              types.toArray(OpenType<?>[]::new)),
          items,
          numbered);
    }

    @Override
    public Object open(Object value) {
      return value == null ? null : open(value, 0);
    }

    private CompositeData open(Object value, int row) {
      Map<String, Object> content = new HashMap<>();
      if (numbered) {
        content.put(ROW, row);
      }
      try {
        for (Item item : items) {
          content.put(item.name, item.form.open(item.accessor.invoke(value)));
        }
        return new CompositeDataSupport(type, content);
      } catch (IllegalAccessException | InvocationTargetException | OpenDataException e) {
        throw new IllegalStateException("Cannot open " + type.getTypeName(), e);
      }
    }
  }

  /** A list of records, numbered to keep their order. */
  record Table(TabularType type, Composite row) implements OpenForm {

    private Table(Composite row) throws OpenDataException {
      this(
          new TabularType(
              row.type().getTypeName() + "s",
              row.type().getDescription(),
              row.type(),
              new String[] {ROW}),
          row);
    }

    @Override
    public Object open(Object value) {
      if (value == null) {
        return null;
      }
      TabularDataSupport table = new TabularDataSupport(type);
      for (Object element : (List<?>) value) {
        table.put(row.open(element, table.size() + 1));
      }
      return table;
    }
  }
}
