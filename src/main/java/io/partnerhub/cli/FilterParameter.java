package io.partnerhub.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Parameters;

/** Which dead letters a command is about. */
final class FilterParameter {

  @Parameters(
      arity = "0..*",
      paramLabel = "CONDITION",
      description =
          "Any of class=value system=smartsheet type=order code=1041 older=2h key=ALFKI"
              + " assigned=anna state=discarded; none: the whole queue.")
  private List<String> conditions = new ArrayList<>();

  /** As one text; empty for the whole queue. */
  String text() {
    return text(conditions);
  }

  /** As one text: a value with blanks, which the shell took the quotes of, gets them back. */
  static String text(List<String> conditions) {
    return conditions.stream().map(FilterParameter::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String condition) {
    int is = condition.indexOf('=');
    return is > 0 && condition.contains(" ") && condition.charAt(is + 1) != '"'
        ? condition.substring(0, is + 1) + '"' + condition.substring(is + 1) + '"'
        : condition;
  }
}
