package io.partnerhub.sandbox.bench.measure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Figures beside what was promised; their JSON is all that their record holds. */
public interface Measured {

  List<Target> targets();

  default boolean allMet() {
    return targets().stream().allMatch(Target::met);
  }

  default void write(Path file) throws IOException {
    new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), this);
  }
}
