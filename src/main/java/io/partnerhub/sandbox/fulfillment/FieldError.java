package io.partnerhub.sandbox.fulfillment;

/**
 * What is wrong with one field.
 *
 * @param pointer JSON Pointer into the values that were sent; empty for all of them
 * @param code one of the contract's words
 */
record FieldError(String pointer, String code, String message) {}
