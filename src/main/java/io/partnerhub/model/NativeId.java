package io.partnerhub.model;

/**
 * Where a system keeps its copy of a record.
 *
 * @param location what holds it there: an object's name in Salesforce, a sheet's id in Smartsheet
 * @param id the system's own id in its longest form; null for a copy that is still to be created
 */
public record NativeId(String location, String id) {

  /** A place for a copy that does not exist yet. */
  public static NativeId toBeCreatedIn(String location) {
    return new NativeId(location, null);
  }
}
