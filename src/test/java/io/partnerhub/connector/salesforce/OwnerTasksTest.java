package io.partnerhub.connector.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sync.SystemUnavailable;
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
    org.tasks().make(account, "first", "to log in", "Low");
    long before = calls();

    org.tasks()
        .make(account, "1 write could not be made", "- order 1: see @{account.Name}", "High");

    JsonNode task = org.org().records("Task").get(1);
    assertThat(task.path("OwnerId").asText()).isEqualTo(owner).isNotEmpty();
    assertThat(task.path("WhatId").asText()).isEqualTo(account);
    assertThat(task.path("Subject").asText()).isEqualTo("1 write could not be made");
    assertThat(task.path("Description").asText())
        .as("no reference of somebody else is filled in")
        .isEqualTo("- order 1: see @ {account.Name}");
    assertThat(task.path("Priority").asText()).isEqualTo("High");
    assertThat(calls()).isEqualTo(before + 1);
  }

  @Test
  void a_refused_task_tells_why_and_leaves_nothing() {
    assertThatThrownBy(() -> org.tasks().make("001000000000099AAA", "s", "d", "High"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("Salesforce refused the task: ");
    assertThat(org.org().records("Task")).isEmpty();
  }

  @Test
  void a_system_that_is_away_is_no_success() {
    String account = org.create("ALFKI", "Berlin");
    org.next("POST", "/composite", new Fault.RawAnswer(503, "{}"));

    assertThatThrownBy(() -> org.tasks().make(account, "s", "d", "High"))
        .isInstanceOf(SystemUnavailable.class);
  }

  private long calls() {
    return org.calls().total();
  }
}
