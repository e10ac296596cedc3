package io.partnerhub.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A running hub that answers as it was told, and remembers what it was asked. */
final class FakeHub implements HubDoor, RunningHub {

  private final Map<String, Object> answers = new HashMap<>();
  final List<String> asked = new ArrayList<>();
  HubDoor.Place place;
  boolean closed;

  /** A hub answers a question with a value, or with an exception. */
  FakeHub answering(String question, Object answer) {
    answers.put(question, answer);
    return this;
  }

  @Override
  public RunningHub open(HubDoor.Place at) {
    place = at;
    return this;
  }

  @Override
  public Object attribute(String mbean, String attribute) {
    return answer(mbean + "." + attribute);
  }

  @Override
  public Object invoke(String mbean, String operation, Object... arguments) {
    String joined = Arrays.stream(arguments).map(String::valueOf).collect(Collectors.joining(", "));
    return answer("%s.%s(%s)".formatted(mbean, operation, joined));
  }

  private Object answer(String question) {
    asked.add(question);
    Object answer = answers.get(question);
    if (answer instanceof RuntimeException fault) {
      throw fault;
    }
    if (answer == null) {
      throw new AssertionError("Nobody expected: " + question);
    }
    return answer;
  }

  @Override
  public void close() {
    closed = true;
  }
}
