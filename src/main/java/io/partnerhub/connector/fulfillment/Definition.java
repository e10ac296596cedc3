package io.partnerhub.connector.fulfillment;

import com.fasterxml.jackson.core.JsonPointer;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a connector file says about an API.
 *
 * @param token where client credentials are exchanged for a token: a path below the base URL or a
 *     whole address; null where the file does not say
 * @param caller null where the API does not tell who is calling
 * @param webhook null where the API does not call the hub
 * @param resources by their names
 */
public record Definition(
    String token,
    Caller caller,
    Webhook webhook,
    ErrorForm errors,
    Map<String, Resource> resources) {

  public Definition {
    Map<String, Resource> titled = new LinkedHashMap<>();
    resources.forEach((name, resource) -> titled.put(name, resource.titled(name)));
    resources = Collections.unmodifiableMap(titled);
  }

  /**
   * Reads a connector file.
   *
   * @throws io.partnerhub.mapping.MappingFaults with every fault of the file at once
   */
  public static Definition read(Path path) {
    return DefinitionReader.read(path);
  }

  /** Where the API tells who is calling. */
  record Caller(String path, JsonPointer at) {}

  /**
   * Where an error's body says what; a pointer is null where it does not.
   *
   * @param later codes of what a later try may succeed with
   * @param missing codes of a value that is not there and must be
   */
  record ErrorForm(
      JsonPointer code,
      JsonPointer message,
      JsonPointer existing,
      JsonPointer fields,
      FieldForm field,
      List<String> later,
      List<String> missing) {

    ErrorForm {
      later = later == null ? List.of() : List.copyOf(later);
      missing = missing == null ? List.of() : List.copyOf(missing);
    }
  }

  /** The same inside one entry of the list of wrong fields. */
  record FieldForm(JsonPointer name, JsonPointer code, JsonPointer message) {}
}
