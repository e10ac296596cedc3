package io.partnerhub.sandbox.bench.measure;

import java.lang.management.ManagementFactory;

/**
 * What the figures were measured on.
 *
 * @param memoryMegabytes of the machine
 */
public record Machine(int cores, long memoryMegabytes, String java, String os) {

  private static final long MEGABYTE = 1L << 20;

  public static Machine here() {
    com.sun.management.OperatingSystemMXBean system =
        ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    return new Machine(
        system.getAvailableProcessors(),
        system.getTotalMemorySize() / MEGABYTE,
        Runtime.version().toString(),
        system.getName() + " " + system.getArch());
  }

  @Override
  public String toString() {
    return "%d cores, %.0f GB, Java %s, %s".formatted(cores, memoryMegabytes / 1024.0, java, os);
  }
}
