/**
 * The demonstration behind {@code hub sandbox}: demo data, a first sync, a played day of edits and
 * the proof of quiet, each checked against the simulators; may use everything, and nothing may use
 * it.
 */
package io.partnerhub.sandbox.demo;
