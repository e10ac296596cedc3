package io.partnerhub.connector.fulfillment;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What was answered.
 *
 * @param body missing where it is empty or no JSON
 * @param flaw why the body is missing, for messages; null when it is there
 */
record Reply(int status, String retryAfter, JsonNode body, String flaw) {

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }
}
