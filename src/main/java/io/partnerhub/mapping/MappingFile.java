package io.partnerhub.mapping;

import io.partnerhub.model.SystemName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A mapping with the lines of its file, so that what is found later can name them too. */
public final class MappingFile {

  private final YamlFile file;
  private final Mapping mapping;

  private MappingFile(YamlFile file, Mapping mapping) {
    this.file = file;
    this.mapping = mapping;
  }

  /**
   * Reads and checks a mapping file, whatever the hub is connected to.
   *
   * @see #read(Path, Map, Predicate)
   */
  public static MappingFile read(Path path, Map<String, String> sheets) {
    return read(path, sheets, system -> true);
  }

  /**
   * Reads and checks a mapping file.
   *
   * @param sheets ids of sheets by the part of their configuration key behind {@code
   *     smartsheet.sheet.}: {@code partner} or {@code partner.europe}
   * @param connected whether the hub is connected to a system that the file names
   * @throws MappingFaults with every fault of the file at once
   */
  public static MappingFile read(
      Path path, Map<String, String> sheets, Predicate<SystemName> connected) {
    YamlFile file = YamlReader.read(path);
    List<Fault> faults = new ArrayList<>(file.faults());
    faults.addAll(new SchemaCheck().faults(file));
    faults.addAll(new FieldCheck(file).faults());
    faults.addAll(new ChoiceCheck(file).faults());
    faults.addAll(new RuleCheck(file).faults());
    SheetIds sheetIds = new SheetIds(file.type(), sheets);
    faults.addAll(new SystemCheck(file, sheetIds, connected).faults());
    if (!faults.isEmpty()) {
      throw new MappingFaults(faults);
    }
    return new MappingFile(file, new MappingBuilder(file, sheetIds).build());
  }

  /**
   * The mapping in a file.
   *
   * @see #read(Path, Map)
   */
  public static Mapping load(Path path, Map<String, String> sheets) {
    return read(path, sheets).mapping();
  }

  MappingFile with(Relatives relatives) {
    return with(mapping.with(relatives));
  }

  MappingFile with(Mapping known) {
    return new MappingFile(file, known);
  }

  public Mapping mapping() {
    return mapping;
  }

  /** A fault of a system's part of the file, or of a field there. */
  Fault fault(String pointer, String what, String remedy) {
    return file.fault(pointer, what, remedy);
  }
}
