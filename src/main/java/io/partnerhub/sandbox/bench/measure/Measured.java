package io.partnerhub.sandbox.bench.measure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.partnerhub.cli.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Figures beside what was promised; their JSON is all that their record holds. */
public interface Measured {

  List<Target> targets();

  default boolean allMet() {
    return targets().stream().allMatch(Target::met);
  }

  /** For people. */
  void print(PrintWriter out);

  /**
   * How a bench ends: prints, and writes where a file was asked for.
   *
   * @return whether all that was promised was met
   */
  default ExitCode report(PrintWriter out, Optional<Path> file) throws IOException {
    print(out);
    if (file.isPresent()) {
      write(file.get());
    }
    return allMet() ? ExitCode.OK : ExitCode.CHECK_FAILED;
  }

  default void write(Path file) throws IOException {
    new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), this);
  }
}
