package io.partnerhub.store;

/** What people are told in one go. */
public sealed interface Message permits Digest, SystemAlert {

  long id();

  /** How they are told. */
  Digest.Way way();

  /** The system that it is about. */
  String system();

  /** Which try this is, from 1. */
  int attempt();
}
