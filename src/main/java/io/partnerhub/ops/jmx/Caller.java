package io.partnerhub.ops.jmx;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.security.AccessController;
import javax.management.remote.JMXPrincipal;
import javax.security.auth.Subject;

/** Who calls an operation: the name with which the JMX client logged in. */
public final class Caller {

  /** Of a client that needed no login. */
  static final String UNNAMED = "a JMX client without a name";

  private static final MethodHandle CURRENT = current();

  private Caller() {}

  /** The caller's name; only within a call by JMX. */
  public static String name() {
    Subject subject = subject();
    return subject == null
        ? UNNAMED
        : subject.getPrincipals(JMXPrincipal.class).stream()
            .map(JMXPrincipal::getName)
            .filter(name -> !name.isBlank())
            .findFirst()
            .orElse(UNNAMED);
  }

  /** Whether the caller may only look. */
  public static boolean isMonitor() {
    Subject subject = subject();
    return subject != null && subject.getPrincipals().contains(Role.MONITOR);
  }

  private static Subject subject() {
    try {
      return (Subject) CURRENT.invokeExact();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@code Subject.current()} since Java 18; before, what it took the place of. */
  private static MethodHandle current() {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    try {
      return lookup.findStatic(Subject.class, "current", MethodType.methodType(Subject.class));
    } catch (NoSuchMethodException e) {
      return old(lookup);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle old(MethodHandles.Lookup lookup) {
    try {
      return lookup.findStatic(
          Caller.class, "ofAccessControl", MethodType.methodType(Subject.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("removal") // Java 17 has no other way
  private static Subject ofAccessControl() {
    return Subject.getSubject(AccessController.getContext());
  }
}
