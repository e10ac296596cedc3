package io.partnerhub.sync.system;

import io.partnerhub.mapping.Mapping;

/** A place where one type is read, and how far it has been read. */
public record Source(Mapping mapping, Checkpoint from) {}
