package io.partnerhub.connector.salesforce.event;

import java.util.List;

/**
 * What the server sent at once; without events it says that the stream lives.
 *
 * @param events in the order of their commits; one that could not be read is {@link
 *     ChangeEvent#unreadable}
 * @param replayId from where to go on after it, in base64
 */
public record Frame(List<ChangeEvent> events, String replayId) {

  /**
   * Some that came one after the other as one.
   *
   * @param frames at least one
   */
  static Frame together(List<Frame> frames) {
    return new Frame(
        frames.stream().flatMap(frame -> frame.events().stream()).toList(),
        frames.get(frames.size() - 1).replayId());
  }
}
