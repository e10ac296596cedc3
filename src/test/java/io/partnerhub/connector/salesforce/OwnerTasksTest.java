package io.partnerhub.connector.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sync.system.SystemUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnerTasksTest {

  private final SimulatedOrg org = new SimulatedOrg();

  @AfterEach
  void stop() {
    org.close();
  }

  @Test
  void the_owner_of_the_account_gets_the_task_in_one_call() {
    String account = org.create("ALFKI", "Berlin");
    String owner = org.org().record("Account", account).orElseThrow().path("OwnerId").asText();
    make(account, "first", "to log in", "Low");
    long before = calls();

    make(account, "1 write could not be made", "- order 1: see @{account.Name}", "High");

    JsonNode task = org.org().records("Task").get(1);
    assertThat(task.path("OwnerId").asText()).isEqualTo(owner).isNotEmpty();
    assertThat(task.path("WhatId").asText()).isEqualTo(account);
    assertThat(task.path("Subject").asText()).isEqualTo("1 write could not be made");
    assertThat(task.path("Description").asText())
        .as("no reference of somebody else is filled in")
        .isEqualTo("- order 1: see @ {account.Name}\n\n[1]");
    assertThat(task.path("Priority").asText()).isEqualTo("High");
    assertThat(calls()).isEqualTo(before + 1);
  }

  @Test
  void a_refused_task_tells_why_and_leaves_nothing() {
    assertThatThrownBy(() -> make("001000000000099AAA", "s", "d", "High"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("Salesforce refused the task: ");
    assertThat(org.org().records("Task")).isEmpty();
  }

  @Test
  void a_system_that_is_away_is_no_success() {
    String account = org.create("ALFKI", "Berlin");
    org.next("POST", "/composite", new Fault.RawAnswer(503, "{}"));

    assertThatThrownBy(() -> make(account, "s", "d", "High")).isInstanceOf(SystemUnavailable.class);
  }

  @Test
  void a_task_whose_answer_was_lost_is_found_and_not_made_twice() {
    String account = org.create("ALFKI", "Berlin");
    org.tasks().make(account, "s", "of another message", "Normal", "[7]", 1);
    org.next("POST", "/composite", new Fault.CutAfter());
    assertThatThrownBy(() -> org.tasks().make(account, "s", "d", "Normal", "[17]", 1))
        .isInstanceOf(SystemUnavailable.class);

    org.tasks().make(account, "s", "fewer letters by now", "Normal", "[17]", 2);

    assertThat(org.org().records("Task")).hasSize(2);
  }

  @Test
  void a_task_that_was_not_made_is_made_by_the_second_try() {
    String account = org.create("ALFKI", "Berlin");
    org.next("POST", "/composite", new Fault.CutBefore());
    assertThatThrownBy(() -> org.tasks().make(account, "s", "d", "Normal", "[17]", 1))
        .isInstanceOf(SystemUnavailable.class);

    org.tasks().make(account, "s", "x".repeat(40_000), "Normal", "[17]", 2);

    assertThat(org.org().records("Task"))
        .singleElement()
        .satisfies(
            task ->
                assertThat(task.path("Description").asText())
                    .hasSize(32_000)
                    .endsWith("…\n\n[17]"));
  }

  private void make(String account, String subject, String description, String priority) {
    org.tasks().make(account, subject, description, priority, "[1]", 1);
  }

  private long calls() {
    return org.calls().total();
  }
}
