/**
 * The command line: what can be typed, what goes wrong in words, and the exit codes; decides
 * nothing about records.
 */
package io.partnerhub.cli;
