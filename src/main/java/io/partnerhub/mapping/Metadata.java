package io.partnerhub.mapping;

import io.partnerhub.model.SystemName;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a system says about one of its places, to check a mapping or a write against it.
 *
 * @param location a sheet's id, an object's name
 * @param title how people call the place
 * @param fields by name, as the system spells it
 * @param access what the hub's user may do with copies there, whatever the fields allow
 */
public record Metadata(
    SystemName system,
    String location,
    String title,
    Map<String, NativeField> fields,
    Access access) {

  /** A place whose copies the hub may make and change. */
  public Metadata(
      SystemName system, String location, String title, Map<String, NativeField> fields) {
    this(system, location, title, fields, Access.FULL);
  }

  /** What the hub may write. */
  public enum Access {
    NONE(false, false),
    /** Only when a copy is made. */
    CREATE(true, false),
    /** Only in copies that exist. */
    UPDATE(false, true),
    FULL(true, true);

    private final boolean create;
    private final boolean update;

    Access(boolean create, boolean update) {
      this.create = create;
      this.update = update;
    }

    /** The access that consists of these two. */
    public static Access of(boolean create, boolean update) {
      if (create) {
        return update ? FULL : CREATE;
      }
      return update ? UPDATE : NONE;
    }

    /** Whether a write may be made: of a new copy, or of one that exists. */
    boolean allows(boolean add) {
      return add ? create : update;
    }
  }

  /** Whether a field may be empty. */
  public enum Presence {
    OPTIONAL,
    /** The system fills it in where a new copy lacks it; it cannot be emptied. */
    DEFAULTED,
    /** A new copy is refused without it; it cannot be emptied. */
    REQUIRED
  }

  /**
   * One field or column.
   *
   * @param type as the system calls it, for messages; of a path that leads to no field that can be
   *     used, why not
   * @param kinds what a value of it can carry; empty where it carries none of ours
   * @param maxLength greatest number of characters; of a number, of digits before the point; {@link
   *     Integer#MAX_VALUE} when there is no limit
   * @param presence whether it may be empty
   * @param unique no two copies may share a value
   * @param access nothing for formulas, system columns and the like
   * @param options the only values it takes; null when it takes any
   * @param calculated the system works it out, and a change of it is no change of the copy
   */
  public record NativeField(
      String name,
      String type,
      Set<Kind> kinds,
      int maxLength,
      Presence presence,
      boolean unique,
      Access access,
      List<String> options,
      boolean calculated) {

    /** One that is not calculated. */
    public NativeField(
        String name,
        String type,
        Set<Kind> kinds,
        int maxLength,
        Presence presence,
        boolean unique,
        Access access,
        List<String> options) {
      this(name, type, kinds, maxLength, presence, unique, access, options, false);
    }

    /** One that may be written always or never, and that the system does not fill in itself. */
    public NativeField(
        String name,
        String type,
        Set<Kind> kinds,
        int maxLength,
        boolean required,
        boolean unique,
        boolean writable,
        List<String> options) {
      this(
          name,
          type,
          kinds,
          maxLength,
          required ? Presence.REQUIRED : Presence.OPTIONAL,
          unique,
          writable ? Access.FULL : Access.NONE,
          options);
    }

    /** Whether a new copy is refused without it. */
    public boolean required() {
      return presence == Presence.REQUIRED;
    }

    /** Whether it may be written in new copies and in those that exist. */
    public boolean writable() {
      return access == Access.FULL;
    }
  }
}
