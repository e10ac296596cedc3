package io.partnerhub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A YAML file beside the mappings, read and checked as they are: every fault with its line. */
public final class CheckedYaml {

  private final YamlFile file;
  private final List<Fault> faults;

  private CheckedYaml(YamlFile file, List<Fault> faults) {
    this.file = file;
    this.faults = faults;
  }

  /**
   * Reads a file.
   *
   * @param beside a class in whose package the schema lies
   * @param whole what the file as a whole is called in messages, such as {@code The connector}
   * @throws MappingFaults when it is no YAML at all
   */
  public static CheckedYaml read(Path path, Class<?> beside, String schema, String whole) {
    YamlFile file = YamlReader.read(path);
    List<Fault> faults = new ArrayList<>(file.faults());
    faults.addAll(new SchemaCheck(beside, schema, whole).faults(file));
    return new CheckedYaml(file, faults);
  }

  /** What is wrong with the file's form; what it means should be looked at only without faults. */
  public List<Fault> faults() {
    return faults;
  }

  public JsonNode root() {
    return file.root();
  }

  /** A fault of the value at a JSON Pointer. */
  public Fault fault(String pointer, String what, String remedy) {
    return file.fault(pointer, what, remedy);
  }
}
