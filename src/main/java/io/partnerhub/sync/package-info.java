/**
 * The heart, with no HTTP, Camel or SQL: its words, which every room beside it shares (record,
 * replica, observation, attempt, write, outcome, fence, decision); it sees none of its rooms.
 */
package io.partnerhub.sync;
